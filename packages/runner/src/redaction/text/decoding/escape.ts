import type { DecodedPiece } from './decoded-text.js';

/** Escapes of JSON, JavaScript and old URLs: `\u0040`, `\u{40}`, `\x40`, `\n`, `\"`, `%u0040`. */
export const escapePattern = String.raw`%u[0-9a-f]{4}|\\(?:u[0-9a-f]{4}|u\{[0-9a-f]{1,6}\}|x[0-9a-f]{2}|[nrtbf"'/\\])`;

const letters: { readonly [letter: string]: string } = { n: '\n', r: ' ', t: ' ', b: ' ', f: ' ' };

/** What such an escape stands for. */
export function pieceOfEscape(escape: string): DecodedPiece | undefined {
  const code = /^[\\%][ux]\{?([0-9a-f]+)\}?$/i.exec(escape)?.[1];
  const last = escape.slice(-1);
  if (code === undefined) return { text: letters[last] ?? last, length: escape.length };
  const point = Number.parseInt(code, 16);
  // Halves of a pair come one after the other.
  const text = point > 0xffff ? astral(point) : String.fromCharCode(point);
  return text === undefined ? undefined : { text, length: escape.length };
}

function astral(point: number): string | undefined {
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
