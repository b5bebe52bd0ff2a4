import { textOfBytes } from './bytes.js';
import type { DecodedPiece } from './decoded-text.js';

const charset = String.raw`[a-z0-9_.:-]{2,40}(?:\*[a-z0-9-]{0,20})?`;
const word = String.raw`=\?${charset}\?(?:b\?[a-z0-9+/=]*|q\?[\x20-\x3e\x40-\x7e]*)\?=`;
/** Words of a mail's head in base64 or quoted-printable (RFC 2047); what separates two of them is no part of the text. */
export const encodedWords = String.raw`${word}(?:(?:\s|\\[rnt]){0,20}${word}){0,500}`;

const partsOfWord = /=\?([^?*]*)[^?]*\?([bq])\?([^?]*)\?=/gi;

/** The characters of such words, none of which can be replaced without the others, between two others. */
export function pieceOfWords(words: string, before: string, after: string): DecodedPiece {
  const runs: { readonly charset: string; readonly bytes: Buffer[] }[] = [];
  for (const [, charset = '', encoding = '', content = ''] of words.matchAll(partsOfWord)) {
    const bytes = encoding.toLowerCase() === 'b' ? bytesOfBase64(content) : bytesOfQuotedPrintable(content);
    const last = runs.at(-1);
    // A character may begin in one word and end in the next.
    if (last?.charset === charset.toLowerCase()) last.bytes.push(bytes);
    else runs.push({ charset: charset.toLowerCase(), bytes: [bytes] });
  }
  const texts = runs.map(({ charset, bytes }) => textOf(Buffer.concat(bytes), charset));
  const text = `${gapBeside(before)}${texts.join('')}${gapBeside(after)}`;
  return { text, length: words.length, isWhole: true };
}

/** What is beside a word is another word: "Anna=?utf-8?Q?I_object?=" names no "AnnaI". */
function gapBeside(character: string): string {
  return /[\p{L}\p{N}]/u.test(character) ? ' ' : '';
}

/** Padding may also stand between stretches that were put together. */
function bytesOfBase64(content: string): Buffer {
  return Buffer.concat(content.split(/=+/).map((stretch) => Buffer.from(stretch, 'base64')));
}

function bytesOfQuotedPrintable(content: string): Buffer {
  const characters = content
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)));
  return Buffer.from(characters, 'latin1');
}

/** Of bytes that are not of the character set, or of an unknown one, no letter is lost. */
function textOf(bytes: Buffer, charset: string): string {
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    if (!isLatin(decoder.encoding)) return decoder.decode(bytes, { stream: true });
  } catch {
    // Is read as what it most likely is.
  }
  return textOfBytes(bytes);
}

/** Programs also call UTF-8 by the names of Latin-1 and ASCII. */
function isLatin(encoding: string): boolean {
  return encoding === 'utf-8' || encoding === 'windows-1252';
}
