import type { Tag } from './markup/tag.js';

const inline =
  /^(?:abbr|b|bdi|bdo|big|cite|code|del|em|font|i|ins|label|mark|o:p|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)$/;
const ofItsOwn = /^(?:br|hr|img)$/;

/** A tag of markup that nests without end, so that nothing nests any more: blocks become breaks between lines. */
export function flatTag({ name, closes }: Tag, source: string): string {
  if (ofItsOwn.test(name)) return source;
  if (name === 'a') return closes ? source : `</a>${source}`;
  return inline.test(name) ? '' : '<br>';
}
