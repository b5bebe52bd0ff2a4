import { markup, type Markup, type MarkupValue } from './markup.js';

/** A heading of level 1 to 6; deeper ones stay at 6, which is as deep as HTML goes. */
export function heading(level: number, content: MarkupValue): Markup {
  if (level <= 2) return markup`<h2>${content}</h2>`;
  if (level === 3) return markup`<h3>${content}</h3>`;
  if (level === 4) return markup`<h4>${content}</h4>`;
  return level === 5 ? markup`<h5>${content}</h5>` : markup`<h6>${content}</h6>`;
}
