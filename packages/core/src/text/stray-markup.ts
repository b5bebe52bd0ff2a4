import { characterDataAt } from './markup/character-data.js';
import { afterComment } from './markup/comment.js';
import { afterDeclaration } from './markup/declaration.js';
import { isHtmlAttribute } from './markup/html-attributes.js';
import { type Tag, tagAt } from './markup/tag.js';

/** A piece of HTML and the place after it. */
type Piece = readonly [html: string, end: number];

/** HTML of which every `<` begins markup that ends: others would swallow words that somebody wrote. */
export function withoutStrayMarkup(html: string): string {
  const pieces: string[] = [];
  let end = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', end)) {
    const [piece, after] = pieceAt(html, at);
    pieces.push(html.slice(end, at), piece);
    end = after;
  }
  return pieces.join('') + html.slice(end);
}

function pieceAt(html: string, at: number): Piece {
  const data = characterDataAt(html, at);
  if (data !== undefined) return [escaped(data.characters), data.end];
  const end = afterComment(html, at) ?? afterDeclaration(html, at);
  if (end !== undefined) return [html.slice(at, end), end];
  const tag = tagAt(html, at);
  if (tag === undefined || isSentence(tag)) return ['&lt;', at + 1];
  return [tag.closes ? `</${tag.name}>` : html.slice(at, tag.end), tag.end];
}

/** Whether somebody may have typed this between angle brackets as words: HTML knows not all of what stands there alone. */
function isSentence({ areQuoted, withoutValue }: Tag): boolean {
  return !areQuoted && [...withoutValue].some((attribute) => !isHtmlAttribute(attribute));
}

function escaped(characters: string): string {
  return characters.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
