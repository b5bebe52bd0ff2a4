import type { Author, AuthorKind } from '@privacy-connectors/core';
import type { PackageRecord } from '../package-source.js';
import type { Enclosure } from './enclosure.js';
import { fieldList } from './fields.js';
import { formattedText } from './formatted.js';
import { markup, type Markup } from './markup.js';
import { redactionNote } from './redaction.js';
import { timeMarkup } from './time.js';

const roles: { readonly [Kind in AuthorKind]: string } = {
  subject: 'You',
  agent: 'Support agent',
  bot: 'Automated message',
  other_person: 'Another person',
};

/** A conversation: its messages in the order of time. */
export function threadEnclosure(title: string): Enclosure {
  const open = markup`<ol class="thread" role="list" aria-label="${title}">\n`;
  return { open, reopen: open, close: markup`</ol>\n` };
}

/** One message of a conversation, open for its attachments and replies. */
export function messageEnclosure(record: PackageRecord): Enclosure {
  const { author, title } = record;
  const classes = `message ${author?.kind ?? 'unknown'}${author?.internal === true ? ' internal' : ''}`;
  const begin = markup`<li class="${classes}" data-entry>`;
  const meta = markup`<p class="meta">${byline(author)} ${timeMarkup(record.occurredAt)}</p>`;
  const subject = title === undefined ? undefined : markup`<p class="subject-line" dir="auto">${title}</p>`;
  return {
    open: markup`${begin}${meta}${subject}${words(record)}`,
    reopen: markup`${begin}${meta}<p class="quiet">Continued from the page before.</p>`,
    close: markup`</li>\n`,
  };
}

function byline(author: Author | undefined): Markup {
  if (author === undefined) return markup`<strong>Unknown author</strong>`;
  const name = author.name === undefined ? undefined : markup` <bdi>${author.name}</bdi>`;
  const note = author.internal ? markup` <span class="badge">Internal note</span>` : undefined;
  return markup`<strong>${roles[author.kind]}</strong>${name}${note}`;
}

/** What was said, or why it is not here, and what was changed in it. */
function words(record: PackageRecord): Markup {
  const note = redactionNote(record.redaction);
  return record.redaction?.withheld === undefined ? markup`${body(record)}${note}` : markup`${note}`;
}

/** The text as it was read; a message without one shows its data instead. */
function body(record: PackageRecord): Markup {
  const text = formattedText(record);
  if (text !== undefined) return text;
  const fields = fieldList(record.data);
  return markup`<p class="quiet">No text.</p><details><summary>Stored details</summary>${fields}</details>`;
}
