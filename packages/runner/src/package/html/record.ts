import type { PackagedFile } from '../jsonl.js';
import type { PackageRecord } from '../package-source.js';
import { fileMarkup } from './attachment.js';
import type { Enclosure } from './enclosure.js';
import { fieldList } from './fields.js';
import { formattedText } from './formatted.js';
import { heading } from './heading.js';
import { markup, type Markup } from './markup.js';
import { redactionNote } from './redaction.js';
import { timeMarkup } from './time.js';

/** Records of a kind that is neither a conversation nor files, under a heading of their own when they are nested. */
export function cardsEnclosure(title: string, level: number): Enclosure {
  return {
    open: markup`<div class="nested">${heading(level, title)}\n`,
    reopen: markup`<div class="nested">${heading(level, markup`${title} ${continued}`)}\n`,
    close: markup`</div>\n`,
  };
}

/** What a card shows of its record. */
export interface CardOptions {
  readonly level: number;
  /** The record heads a conversation: its fields are folded away so that the messages follow at once. */
  readonly folded: boolean;
  readonly packaged: PackagedFile | undefined;
}

/** A record as a card: title, time, text, fields. */
export function cardEnclosure(record: PackageRecord, options: CardOptions): Enclosure {
  const begin = markup`<article class="card" data-entry>`;
  return {
    open: markup`${begin}${cardHead(record, options)}${cardBody(record, options)}\n`,
    reopen: markup`${begin}${cardHead(record, options, continued)}\n`,
    close: markup`</article>\n`,
  };
}

/** Behind the heading of what began on the page before. */
export const continued = markup`<span class="quiet">(continued)</span>`;

function cardHead({ id, title, occurredAt }: PackageRecord, { level }: CardOptions, note?: Markup): Markup {
  const time = timeMarkup(occurredAt);
  const when = time === undefined ? undefined : markup`${time} · `;
  const named = title === undefined || title === '' ? `Record ${id}` : title;
  const meta = markup`<p class="meta">${when}Record id <bdi>${id}</bdi></p>`;
  return markup`<header>${heading(level, markup`<bdi>${named}</bdi> ${note}`)}${meta}</header>`;
}

function cardBody(record: PackageRecord, { folded, packaged }: CardOptions): Markup {
  const { data, file, redaction } = record;
  if (redaction?.withheld !== undefined) return markup`${redactionNote(redaction)}`;
  const attachment = file === undefined ? undefined : markup`<p>${fileMarkup(record, packaged)}</p>`;
  const fields = fieldList(data);
  const shown = folded ? markup`<details><summary>Stored details</summary>${fields}</details>` : fields;
  return markup`${formattedText(record)}${attachment}${shown}${redactionNote(redaction)}`;
}
