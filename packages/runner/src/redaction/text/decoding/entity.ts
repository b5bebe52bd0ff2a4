import { DecodingMode, EntityDecoder, htmlDecodeTree } from 'entities/decode';
import type { Care, DecodedPiece } from './decoded-text.js';

/** One of HTML as far as it may reach: by code, however many zeros it begins with, or by name. */
export const entityPattern = String.raw`&(?:#x0*[0-9a-f]{1,6}|#0*\d{1,7}|[a-z][a-z0-9]{1,31});?`;

/** What an entity stands for; undefined when it is none. `lax` takes `M&uumlller` for what it was meant to be, as HTML does. */
export function pieceOfEntity(entity: string, care: Care): DecodedPiece | undefined {
  if (care === 'strict' && !entity.endsWith(';')) return undefined;
  const characters: string[] = [];
  const decoder = new EntityDecoder(htmlDecodeTree, (code) => characters.push(String.fromCodePoint(code)));
  decoder.startEntity(care === 'strict' ? DecodingMode.Strict : DecodingMode.Legacy);
  const length = decoder.write(entity, 1);
  const consumed = length === -1 ? decoder.end() : length;
  return consumed > 0 ? { text: characters.join(''), length: consumed } : undefined;
}
