import type { Care, DecodedPiece } from './decoded-text.js';
import { utf8Length } from './utf8-length.js';

/** What each byte stands for in Windows-1252. */
const windows1252 = Array.from(
  new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
);
/** Characters that encode a byte: `%40`, `=40`. */
const perByte = 3;

/** The characters of a run of encoded bytes such as `%C3%B6`. A single byte that is no UTF-8 counts as Windows-1252 without care. */
export function piecesOfBytes(run: string, care: Care): readonly DecodedPiece[] {
  return charactersOf(Buffer.from(run.replace(/[%=]/g, ''), 'hex'), care).map(({ text, length }) => ({
    text,
    length: length * perByte,
  }));
}

/** Bytes as text: what is UTF-8 as that, any other byte as Windows-1252. */
export function textOfBytes(bytes: Buffer): string {
  return charactersOf(bytes, 'lax')
    .map(({ text }) => text)
    .join('');
}

/** The characters of bytes, with the number of bytes that each of them takes. */
function charactersOf(bytes: Buffer, care: Care): readonly DecodedPiece[] {
  const characters: DecodedPiece[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = utf8Length(bytes, at);
    if (length > 0) characters.push({ text: utf8Character(bytes, at, length), length });
    else characters.push({ text: care === 'strict' ? undefined : windows1252[bytes[at] ?? 0], length: 1 });
    at += Math.max(1, length);
  }
  return characters;
}

function utf8Character(bytes: Buffer, at: number, length: number): string {
  return length === 1 ? String.fromCharCode(bytes[at] ?? 0) : bytes.toString('utf8', at, at + length);
}
