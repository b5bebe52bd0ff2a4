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
  const html = htmlOf(record, text);
  if (html !== undefined)
    return markup`<div class="text formatted" dir="auto">${Markup.ofVendor(html)}</div>`;
  return markup`<div class="text" dir="auto">${text.slice(0, longestShown)}</div>${cutNotice(text)}`;
}

/** Only what says the very same as the text: what was left out of that must not come back, and nothing may go missing. */
function htmlOf({ data }: PackageRecord, text: string): string | undefined {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return undefined;
  const html = Object.values(data).find(
    (value): value is string => typeof value === 'string' && isHtml(value) && plainText(value) === text,
  );
  if (html === undefined) return undefined;
  const read = asRead(html);
  return hasSameWords(plainText(read), cleaned(text)) ? read : undefined;
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

function cutNotice(text: string): Markup | undefined {
  if (text.length <= longestShown) return undefined;
  return markup`<p class="quiet">Only the beginning is shown here. The data files hold all of it.</p>`;
}
