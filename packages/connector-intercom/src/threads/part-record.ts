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
 * A part, complete, and who wrote it. The same thread may be read for several contacts of the person, who are others to each
 * other. So the id of what another one wrote names the contact that it was read for: it never takes the place of the same words
 * read as the person's own.
 */
export function partRecord(part: Part, person: ContactRef, parent: DataRecord['parent']): DataRecord {
  const author = authorOf(part, person);
  const subject = textOf(part.subject);
  return {
    id: author.kind === 'other_person' ? `${OTHERS}${person.contactId}:${part.id}` : part.id,
    data: part as Json,
    ...(parent && { parent }),
    ...timeOf(part.created_at),
    author,
    people: [personOf(author.kind, part.author)],
    ...(subject === undefined ? {} : { title: plainText(subject) }),
    text: plainText(textOf(part.body) ?? ''),
  };
}

/** What the id of another person's part begins with. */
const OTHERS = 'other:';
