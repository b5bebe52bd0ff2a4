import { markup, type Markup, type MarkupValue } from '../../package/html/markup.js';
import { timeMarkup } from '../../package/html/time.js';

/** An ISO 8601 time as a reader and a program read it. */
export function timeOf(iso: string): Markup {
  return timeMarkup(Date.parse(iso)) ?? markup`${iso}`;
}

/** Names and what they stand for. */
export function definitions(entries: readonly (readonly [string, MarkupValue])[]): Markup {
  return markup`<dl class="fields">${entries.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}

/** A table with a head. */
export function table(head: readonly string[], rows: readonly (readonly MarkupValue[])[]): Markup {
  const cells = (row: readonly MarkupValue[]): Markup =>
    markup`<tr>${row.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`;
  return markup`<div class="scroll" role="group" tabindex="0" aria-label="${head.join(', ')}"><table>
<thead><tr>${head.map((title) => markup`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${rows.map(cells)}</tbody></table></div>`;
}
