import type { DataRecord, Json } from '@privacy-connectors/core';
import { plainText } from '@privacy-connectors/core/text';
import type { ContactRef } from '../contacts/contact-ref.js';
import type { components } from '../generated/schema.js';
import { personOf } from '../people/person.js';
import { textOf } from '../values/text-of.js';
import { timeOf } from '../values/time-of.js';
import { authorOf } from './author.js';

type Part = components['schemas']['Part'];

/**
 * What is handed over of a part; of another person's part only that there is one. The same thread may be read for several
 * contacts of the person, who are others to each other. So the id of what is withheld names the contact that it is withheld
 * from, and never takes the place of the words that another reading gives.
 */
export function partRecord(part: Part, person: ContactRef, parent: DataRecord['parent']): DataRecord {
  const author = authorOf(part, person);
  const people = [personOf(author.kind, part.author)];
  const record = { id: part.id, ...(parent && { parent }), ...timeOf(part.created_at), author, people };
  if (author.kind === 'other_person') {
    const id = `withheld:${person.contactId}:${part.id}`;
    return { ...record, id, data: withheld(part), text: '[Said by another person, whose data it is.]' };
  }
  const subject = textOf(part.subject);
  const data = author.kind === 'subject' ? part : { ...part, author: withoutEmail(part.author) };
  return {
    ...record,
    data: data as Json,
    ...(subject === undefined ? {} : { title: plainText(subject) }),
    text: plainText(textOf(part.body) ?? ''),
  };
}

function withheld({ id, part_type: type, created_at: createdAt, author }: Part): Json {
  return {
    id,
    part_type: type ?? null,
    created_at: createdAt ?? null,
    author: { type: author.type },
  } as Json;
}

/** Teammates stay with the name that the person saw, and without their address. */
function withoutEmail({ type, id, name }: Part['author']): unknown {
  return { type, id, name: name ?? null };
}
