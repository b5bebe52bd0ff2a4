import { plainText } from '@privacy-connectors/core/text';
import type { PackageRecord } from '../package-source.js';
import { cleaned } from './escape.js';
import { Markup, markup } from './markup.js';
import { asRead } from './sanitised.js';

/** Characters; longer texts are shown up to here. */
const longestShown = 200_000;

/** The text of a record as a reader sees it: as its vendor formatted it, where the record holds that, or plain. */
export function formattedText(record: PackageRecord): Markup | undefined {
  const { text } = record;
  if (text === undefined || text.trim() === '') return undefined;
  const html = sourceOf(record, text);
  const remarks = html === undefined ? undefined : remarksNotice(html);
  const read = html === undefined ? undefined : asRead(html);
  // What was left out of the text must not come back, and nothing may go missing.
  if (read !== undefined && hasSameWords(plainText(read), cleaned(text)))
    return markup`<div class="text formatted" dir="auto">${Markup.ofVendor(read)}</div>${remarks}`;
  return markup`<div class="text" dir="auto">${text.slice(0, longestShown)}</div>${remarks}${cutNotice(text)}`;
}

/** The vendor's HTML of which the text was made. */
function sourceOf({ data }: PackageRecord, text: string): string | undefined {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return undefined;
  return Object.values(data).find(
    (value): value is string => typeof value === 'string' && isHtml(value) && plainText(value) === text,
  );
}

function hasSameWords(one: string, other: string): boolean {
  return withoutSpace(one) === withoutSpace(other);
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

function isHtml(value: string): boolean {
  return (
    value.length <= longestShown &&
    /<(?:p|br|div|span|b|strong|i|em|a|ul|ol|table|h[1-6])[\s/>]/iu.test(value)
  );
}

/** Comments but those that tell programs of mail which markup is theirs. */
const comment = /<!--(?!\[if|\s*<!\[endif)((?:(?!<!--|-->)[^])*)-->/g;

function remarksNotice(html: string): Markup | undefined {
  if (![...html.matchAll(comment)].some(([, words = '']) => /\p{L}/u.test(words))) return undefined;
  return markup`<p class="quiet">The source of this message has remarks that are not shown to its readers. The data files
hold them.</p>`;
}

function cutNotice(text: string): Markup | undefined {
  if (text.length <= longestShown) return undefined;
  return markup`<p class="quiet">Only the beginning is shown here. The data files hold all of it.</p>`;
}
