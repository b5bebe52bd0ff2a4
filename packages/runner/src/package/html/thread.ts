import type { Author, AuthorKind } from '@privacy-connectors/core';
import type { PackageRecord } from '../package-source.js';
import type { Enclosure } from './enclosure.js';
import { fieldList } from './fields.js';
import { markup, type Markup } from './markup.js';
import { timeMarkup } from './time.js';

const roles: { readonly [Kind in AuthorKind]: string } = {
  subject: 'You',
  agent: 'Support agent',
  bot: 'Automated message',
  other_person: 'Another person',
};

/** A conversation: its messages in the order of time. */
export function threadEnclosure(title: string): Enclosure {
  return { open: markup`<ol class="thread" role="list" aria-label="${title}">\n`, close: markup`</ol>\n` };
}

/** One message of a conversation, open for its attachments and replies. */
export function messageEnclosure(record: PackageRecord): Enclosure {
  const { author, title } = record;
  const classes = `message ${author?.kind ?? 'unknown'}${author?.internal === true ? ' internal' : ''}`;
  const meta = markup`<p class="meta">${byline(author)} ${timeMarkup(record.occurredAt)}</p>`;
  const subject = title === undefined ? undefined : markup`<p class="subject-line" dir="auto">${title}</p>`;
  return { open: markup`<li class="${classes}">${meta}${subject}${body(record)}`, close: markup`</li>\n` };
}

function byline(author: Author | undefined): Markup {
  if (author === undefined) return markup`<strong>Unknown author</strong>`;
  const name = author.name === undefined ? undefined : markup` <bdi>${author.name}</bdi>`;
  const note = author.internal ? markup` <span class="badge">Internal note</span>` : undefined;
  return markup`<strong>${roles[author.kind]}</strong>${name}${note}`;
}

/** The text as it was read; a message without one shows its data instead. */
function body({ text, data }: PackageRecord): Markup {
  if (text !== undefined && text.trim() !== '') return markup`<div class="text" dir="auto">${text}</div>`;
  const fields = fieldList(data);
  return markup`<p class="quiet">No text.</p><details><summary>Stored details</summary>${fields}</details>`;
}
