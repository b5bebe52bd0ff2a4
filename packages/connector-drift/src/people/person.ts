import type { AuthorKind, Identifier, Person } from '@privacy-connectors/core';
import { emailOf, type Contact } from '../contacts/contact.js';
import { identifiersOf } from '../contacts/identifiers.js';
import { textOf } from '../values/text-of.js';
import type { User } from './users.js';

/** Somebody whom Drift names by id alone; nobody for what is no id. */
export function personById(kind: AuthorKind, id: unknown): readonly Person[] {
  return typeof id === 'number'
    ? [{ kind, names: [], identifiers: [identifier('user_id', String(id))] }]
    : [];
}

/** An agent or bot, with the name that visitors see and the other one. */
export function personOfUser({ id, name, alias, email, phone, bot }: User): Person {
  return {
    kind: bot === true ? 'bot' : 'agent',
    names: texts(name, alias),
    identifiers: [
      ...texts(email).map((value) => identifier('email', value)),
      ...texts(phone).map((value) => identifier('phone', value)),
      ...personById('agent', id).flatMap(({ identifiers }) => identifiers),
    ],
  };
}

/** The data subject as one of their contacts tells of them. */
export function personOfContact(contact: Contact): Person {
  const { name, first_name: first, last_name: last } = { ...contact.attributes };
  const whole = [first, last].flatMap((part) => textOf(part) ?? []).join(' ');
  return {
    kind: 'subject',
    names: [...new Set(texts(name, whole))],
    identifiers: [
      ...texts(emailOf(contact)).map((value) => identifier('email', value)),
      ...identifiersOf(contact),
      identifier('user_id', String(contact.id)),
    ],
  };
}

function texts(...fields: readonly unknown[]): readonly string[] {
  return fields.flatMap((field) => textOf(field) ?? []);
}

function identifier(kind: Identifier['kind'], value: string): Identifier {
  return { kind, value };
}
