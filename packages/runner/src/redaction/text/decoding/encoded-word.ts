import type { DecodedPiece } from './decoded-text.js';

/** A word of a mail's head in base64, or the beginning of one in quoted-printable; RFC 2047 allows 75 characters. */
export const encodedWord = String.raw`=\?[a-z0-9-]{2,30}\?(?:b\?[a-z0-9+/=]{1,200}\?=|q\?)`;

/** The characters of such a word, none of which can be replaced without the others; undefined when it is none. */
export function pieceOfWord(word: string): DecodedPiece | undefined {
  const [, charset = '', , content = ''] = word.split('?');
  if (content === '') return { text: '', length: word.length };
  try {
    const bytes = Buffer.from(content, 'base64');
    return { text: new TextDecoder(charset).decode(bytes), length: word.length };
  } catch {
    return undefined;
  }
}
