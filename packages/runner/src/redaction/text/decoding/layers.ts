import { piecesOfBytes } from './bytes.js';
import type { Care, DecodedPiece, DecodedText } from './decoded-text.js';
import { DecodedTextBuilder } from './decoded-text-builder.js';
import { encodedWords, pieceOfWords } from './encoded-words.js';
import { entityPattern, pieceOfEntity } from './entity.js';
import { escapePattern, pieceOfEscape } from './escape.js';

/** What is decoded: URLs, HTML and JSON; the same with quoted-printable, in which `?n=Deborah` reads otherwise. */
export type Decoding = 'usual' | 'mail';

const usual = String.raw`(?:%[0-9a-f]{2})+|${entityPattern}|${escapePattern}`;
const mail = String.raw`${usual}|(?:=[0-9a-f]{2})+`;

/** What is tried with a text, one after the other, until something of it can be decoded. */
interface Step {
  readonly encoded: RegExp;
  readonly care: Care;
}

const steps: { readonly [Each in Decoding]: readonly Step[] } = {
  usual: [
    { encoded: new RegExp(usual, 'gi'), care: 'strict' },
    { encoded: new RegExp(usual, 'gi'), care: 'lax' },
  ],
  mail: [
    // A line may end within anything else that is encoded. The end of a word before it is no broken line.
    { encoded: new RegExp(String.raw`${encodedWords}|=[ \t]{0,8}\r?\n`, 'gi'), care: 'strict' },
    { encoded: new RegExp(mail, 'gi'), care: 'strict' },
    { encoded: new RegExp(mail, 'gi'), care: 'lax' },
  ],
};
const mayHold: { readonly [Each in Decoding]: RegExp } = { usual: /[%&\\]/, mail: /[%&\\=]/ };
/** Nobody encodes a text that often but by mistake. */
const mostRounds = 12;

/** A text as it stands, and decoded once, twice and so on, until nothing is left to decode or `rounds` are done. */
export function layersOf(raw: string, decoding: Decoding, rounds = mostRounds): readonly DecodedText[] {
  let last: DecodedText | undefined = { raw, text: raw };
  const layers: DecodedText[] = [];
  while (last !== undefined) {
    layers.push(last);
    last = layers.length > rounds ? undefined : next(last, decoding);
  }
  return layers;
}

/** Undefined where nothing is left to decode. */
function next(layer: DecodedText, decoding: Decoding): DecodedText | undefined {
  if (!mayHold[decoding].test(layer.text)) return undefined;
  for (const step of steps[decoding]) {
    const decoded = decodedBy(step, layer);
    if (decoded !== undefined) return decoded;
  }
  return undefined;
}

function decodedBy({ encoded, care }: Step, layer: DecodedText): DecodedText | undefined {
  const result = new DecodedTextBuilder(layer);
  for (const match of layer.text.matchAll(encoded)) {
    result.copyTo(match.index);
    for (const piece of piecesOf(match, care)) result.add(piece);
  }
  return result.build();
}

function piecesOf({ 0: found, index, input }: RegExpExecArray, care: Care): readonly DecodedPiece[] {
  const after = index + found.length;
  if (found.startsWith('=?')) return [pieceOfWords(found, input.charAt(index - 1), input.charAt(after))];
  if (/^=\s/.test(found)) return [{ text: '', length: found.length }];
  if (/^[%=][0-9a-f]/i.test(found)) return piecesOfBytes(found, care);
  const piece = pieceOf(found, care);
  return piece === undefined ? [] : [piece];
}

function pieceOf(found: string, care: Care): DecodedPiece | undefined {
  return found.startsWith('&') ? pieceOfEntity(found, care) : pieceOfEscape(found);
}
