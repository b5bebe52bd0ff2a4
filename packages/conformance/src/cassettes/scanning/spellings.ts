import { createHash } from 'node:crypto';
import { digitsOf } from '../pseudonyms/recognise.js';

const digests = ['md5', 'sha1', 'sha256', 'sha512'];
const encodings = ['hex', 'base64', 'base64url'] as const;

/** Texts that give a value away, in lower case, and how they are looked for. */
export interface Spellings {
  /** Anywhere. */
  readonly texts: readonly string[];
  /** Not as a part of a longer number. */
  readonly numbers: readonly string[];
  /** Any {@link fragmentLength} characters of them in a row. */
  readonly fragmented: readonly string[];
}

/** A secret is given away by a piece of it. */
export const fragmentLength = 12;

/** How an identifier can be spelled, besides the encodings that the text is searched under. */
export function spellingsOfIdentifier(value: string): Spellings {
  const lower = plain(value);
  const [local = '', domain] = lower.split('@');
  const parts = domain !== undefined && local.length >= 8 ? [lower, local] : [lower];
  const digits = digitsOf(lower);
  const isNumber = digits.length >= 6 && /^\+?[\d\s().-]+$/.test(lower);
  return { texts: isNumber ? [] : parts, numbers: isNumber ? [digits] : [], fragmented: digestsOf(value) };
}

/** How a secret can be spelled. */
export function spellingsOfSecret(value: string): Spellings {
  return { texts: [plain(value)], numbers: [], fragmented: [plain(value), ...digestsOf(value)] };
}

/** Letter case and composition apart. */
export function plain(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** Of the value as it is and in lower case. */
function digestsOf(value: string): readonly string[] {
  const spelled = [...new Set([value, value.toLowerCase(), value.trim()])];
  return spelled.flatMap((text) =>
    digests.flatMap((digest) => {
      const bytes = createHash(digest).update(text).digest();
      return encodings.map((encoding) => bytes.toString(encoding).toLowerCase());
    }),
  );
}
