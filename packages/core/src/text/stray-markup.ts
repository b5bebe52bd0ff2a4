import { characterDataAt } from './markup/character-data.js';
import { afterComment } from './markup/comment.js';
import { afterDeclaration } from './markup/declaration.js';
import { KnownTags } from './markup/known-tags.js';
import { type Tag, tagAt } from './markup/tag.js';

/** A piece of HTML and the place after it. */
type Piece = readonly [html: string, end: number];

/** What becomes of a tag. */
type TagWriter = (tag: Tag, source: string) => string;

/** HTML of which every `<` begins markup that ends: others would swallow words that somebody wrote. */
export function withoutStrayMarkup(html: string, write: TagWriter = asItStands): string {
  const known = new KnownTags();
  const pieces: string[] = [];
  let end = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', end)) {
    const [piece, after] = pieceAt(html, at, { known, write });
    pieces.push(html.slice(end, at), piece);
    end = after;
  }
  return pieces.join('') + html.slice(end);
}

interface Writing {
  readonly known: KnownTags;
  readonly write: TagWriter;
}

function pieceAt(html: string, at: number, { known, write }: Writing): Piece {
  const data = characterDataAt(html, at);
  if (data !== undefined) return [escaped(data.characters), data.end];
  const end = afterComment(html, at) ?? afterDeclaration(html, at);
  if (end !== undefined) return [html.slice(at, end), end];
  const tag = tagAt(html, at);
  if (tag === undefined || !known.has(tag)) return ['&lt;', at + 1];
  return [write(tag, tag.closes ? `</${tag.name}>` : html.slice(at, tag.end)), tag.end];
}

function asItStands(_tag: Tag, source: string): string {
  return source;
}

function escaped(characters: string): string {
  return characters.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
