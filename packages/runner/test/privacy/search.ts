/** A text or bytes that must not be readable anywhere, with a name that may be shown. */
export interface Secret {
  readonly name: string;
  readonly value: string | Uint8Array;
}

interface Needle {
  readonly name: string;
  readonly text: string;
}

/** A search for secrets in bytes: whatever the letter case, and also as hex, base64 or part of a URL. */
export class Search {
  readonly #needles: readonly Needle[];

  constructor(secrets: readonly Secret[]) {
    this.#needles = secrets.flatMap(needlesOf);
  }

  /** What was found, by name and encoding, each as `name (encoding) in place`. */
  in(place: string, content: Uint8Array | string): readonly string[] {
    const text = foldCase(typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content));
    return this.#needles
      .filter((needle) => text.includes(needle.text))
      .map(({ name }) => `${name} in ${place}`);
  }
}

function needlesOf({ name, value }: Secret): readonly Needle[] {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.from(value);
  const encodings: readonly (readonly [string, Buffer])[] = [
    ['as it is', bytes],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ...[0, 1, 2].map((shift) => ['base64', Buffer.from(base64Within(bytes, shift))] as const),
    ...(typeof value === 'string' ? [['URL', Buffer.from(encodeURIComponent(value))] as const] : []),
  ];
  return encodings.map(([encoding, encoded]) => ({ name: `${name} (${encoding})`, text: foldCase(encoded) }));
}

/** The characters that are sure to appear wherever the bytes begin `shift` bytes into a group of three. */
function base64Within(bytes: Buffer, shift: number): string {
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  return encoded.slice(shift === 0 ? 0 : 4, encoded.length - 4);
}

/** Bytes as characters, so that binary content is searched too. */
function foldCase(bytes: Buffer): string {
  return bytes.toString('latin1').toLowerCase();
}
