import type { DataRecord, Json } from '@privacy-connectors/core';
import { plainText } from '@privacy-connectors/core/text';
import { unwrap } from '../generated/client.js';
import type { components } from '../generated/schema.js';
import { nextNumber, numberedQuery } from '../paging/numbered-list.js';
import { personOf } from '../people/person.js';
import { textOf } from '../values/text-of.js';
import { timeOf } from '../values/time-of.js';
import { contactList } from './contact-list.js';

const operation = 'listNotes';

/** What teammates noted about a contact. */
export const notes = contactList(operation, async ({ client, signal }, { contactId }, place) => {
  const params = { path: { contactId }, query: numberedQuery(place) };
  const list = unwrap(operation, await client.GET('/contacts/{contactId}/notes', { params, signal }));
  return { records: list.data.map((note) => recordOf(note, contactId)), next: nextNumber(list, operation) };
});

function recordOf(
  note: components['schemas']['NumberedList']['data'][number],
  contactId: string,
): DataRecord {
  return {
    id: note.id,
    data: note as Json,
    parent: { resource: 'contacts', id: contactId },
    ...timeOf(note.created_at),
    author: { kind: 'agent', internal: true },
    people: [personOf('agent', note.author ?? {})],
    text: plainText(textOf(note.body) ?? ''),
  };
}
