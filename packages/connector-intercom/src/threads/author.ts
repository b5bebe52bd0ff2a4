import { sameEmail, type Author } from '@privacy-connectors/core';
import type { components } from '../generated/schema.js';
import type { ContactRef } from '../contacts/contact-ref.js';
import { textOf } from '../values/text-of.js';

type Part = components['schemas']['Part'];

const STAFF: Readonly<Record<string, Author['kind']>> = { admin: 'agent', team: 'agent', bot: 'bot' };

/** Parts whose text teammates alone see: notes, also those that come with an assignment. */
const INTERNAL = /note|assign/;

/** Who wrote a part. An author that Intercom does not name plainly is not taken for the data subject. */
export function authorOf({ author, part_type: type }: Part, person: ContactRef): Author {
  const kind = STAFF[author.type] ?? (isPerson(author, person) ? 'subject' : 'other_person');
  return { kind, internal: INTERNAL.test(textOf(type) ?? '') };
}

/** By id, or by e-mail: the person may have several contacts in the same conversation. */
function isPerson({ id, email }: Part['author'], person: ContactRef): boolean {
  return id === person.contactId || (person.email !== null && sameEmail(textOf(email) ?? '', person.email));
}
