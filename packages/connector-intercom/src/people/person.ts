import type { AuthorKind, Identifier, Person } from '@privacy-connectors/core';
import type { ContactRef } from '../contacts/contact-ref.js';
import { identifiersOf } from '../contacts/identifiers.js';
import type { Contact } from '../contacts/resolve-contact.js';
import { textOf } from '../values/text-of.js';

/** Somebody as an author of Intercom's is given. */
interface Named {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly email?: unknown;
}

export function personOf(kind: AuthorKind, { id, name, email }: Named): Person {
  return {
    kind,
    names: texts(name),
    identifiers: [...identifiers('email', email), ...identifiers('user_id', id)],
  };
}

/** The data subject as one of their contacts tells of them. */
export function personOfContact(contact: Contact): Person {
  return {
    kind: 'subject',
    names: texts(contact.name),
    identifiers: [...identifiersOf(contact), ...identifiers('user_id', contact.id)],
  };
}

/** Those who take part in a conversation or ticket; Intercom names them by id alone until they write something. */
export function participantPeople(participants: readonly string[], { contactId, email }: ContactRef) {
  return participants.map((id) =>
    id === contactId ? personOf('subject', { id, email }) : personOf('other_person', { id }),
  );
}

function identifiers(kind: Identifier['kind'], field: unknown): readonly Identifier[] {
  return texts(field).map((value) => ({ kind, value }));
}

function texts(field: unknown): readonly string[] {
  const text = textOf(field);
  return text === undefined ? [] : [text];
}
