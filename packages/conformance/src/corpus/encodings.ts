/** A text as the JSON of a program that writes ASCII only, which also hides the signs of markup and of addresses. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^\x20-\x7E]|[@<>&]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

const WIDTH = 76;

/** A text as mails carry it: quoted-printable in UTF-8, with its lines broken wherever they are full. */
export function quotedPrintable(text: string): string {
  const bytes = [...Buffer.from(text)].map((byte) => {
    const character = String.fromCharCode(byte);
    return /[!-<>-?A-~ \n]/.test(character)
      ? character
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return brokenLines(bytes);
}

function brokenLines(bytes: readonly string[]): string {
  let width = 0;
  const lines: string[] = [];
  for (const byte of bytes) {
    if (width + byte.length >= WIDTH) lines.push('=\r\n');
    width = byte === '\n' ? 0 : (width + byte.length >= WIDTH ? 0 : width) + byte.length;
    lines.push(byte);
  }
  return lines.join('');
}
