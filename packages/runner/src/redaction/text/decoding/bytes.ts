import type { Care, DecodedPiece } from './decoded-text.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');
/** Characters that encode a byte: `%40`, `=40`. */
const perByte = 3;

/** The characters of a run of encoded bytes such as `%C3%B6`. A single byte that is no UTF-8 counts as Windows-1252 without care. */
export function piecesOfBytes(run: string, care: Care): readonly DecodedPiece[] {
  const bytes = Buffer.from(run.replace(/[%=]/g, ''), 'hex');
  const pieces: DecodedPiece[] = [];
  for (let at = 0; at < bytes.length;) {
    const count = Math.max(1, utf8Length(bytes, at));
    pieces.push({ text: textOf(bytes.subarray(at, at + count), care), length: count * perByte });
    at += count;
  }
  return pieces;
}

function textOf(bytes: Uint8Array, care: Care): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return care === 'strict' ? undefined : windows1252.decode(bytes);
  }
}

/** How many bytes from here are one character of UTF-8; 0 where they are none. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  try {
    utf8.decode(bytes.subarray(at, at + length));
    return length;
  } catch {
    return 0;
  }
}
