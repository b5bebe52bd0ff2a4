import { parseEmail } from '@privacy-connectors/core';
import { ConfigError } from '@privacy-connectors/core/errors';
import type { NewRequest } from '../application/new-request.js';
import { InputError } from '../errors/runner-error.js';
import { sameIdentifier } from '../identifiers/identity.js';
import type { GivenIdentifier } from '../identifiers/known-identifier.js';
import { longestValue, searchedPerRequest } from '../identifiers/limits.js';
import { isPhoneNumber } from '../identifiers/phone-number.js';
import { type Searchable, searchesOf } from '../identifiers/searches.js';

type Named = Pick<NewRequest, 'emails' | 'phones' | 'ids'>;

/**
 * The identifiers a request names, checked, each once.
 * @throws InputError that says what is wrong without repeating a value, also when no connection can be searched by them.
 */
export function givenIdentifiers(
  { emails, phones, ids }: Named,
  connections: readonly Searchable[],
): readonly GivenIdentifier[] {
  const given = unique([
    ...emails.map((email) => ({ kind: 'email', namespace: null, value: checkedEmail(email) }) as const),
    ...phones.map((phone) => ({ kind: 'phone', namespace: null, value: checkedPhone(phone) }) as const),
    ...ids.map((id) => ({ kind: 'external_id', ...checkedId(id, connections) }) as const),
  ]);
  if (given.length === 0) throw new InputError(nobody);
  if (given.length > searchedPerRequest) throw new InputError(tooMany);
  if (!connections.some((connection) => isSearchedBy(connection, given)))
    throw new InputError(nowhere(connections));
  return given;
}

const nobody = 'Name the person by at least one e-mail address, phone number or id.';
const tooMany = `A request is searched by ${searchedPerRequest} identifiers at most. Ask for the others in a request of their own.`;

/** @throws InputError that does not repeat the address. */
function checkedEmail(email: string): string {
  try {
    return parseEmail(email);
  } catch (error) {
    if (error instanceof ConfigError) throw new InputError(error.message);
    throw error;
  }
}

function checkedPhone(phone: string): string {
  if (isPhoneNumber(phone)) return phone.trim();
  throw new InputError(
    'The phone number is not valid: write it with + and the country code, e.g. +46 70 123 45 67.',
  );
}

function checkedId(
  { namespace, value }: NewRequest['ids'][number],
  connections: readonly Searchable[],
): { readonly namespace: string; readonly value: string } {
  const declared = new Set(connections.flatMap(({ namespaces }) => Object.values(namespaces)));
  if (!declared.has(namespace)) throw new InputError(undeclared([...declared]));
  const id = value.trim();
  if (id !== '' && id.length <= longestValue && !/\p{Cc}/u.test(id)) return { namespace, value: id };
  throw new InputError(
    `The id after the name space is not valid: it has 1 to ${longestValue} characters and no line breaks.`,
  );
}

function undeclared(declared: readonly string[]): string {
  const known =
    declared.length === 0
      ? 'None of the connections of this request declares one'
      : `The connections of this request declare ${declared.join(', ')}`;
  return `The name space of an id is not known. ${known}; declare it with dsr connection add --namespace.`;
}

function unique(given: readonly GivenIdentifier[]): readonly GivenIdentifier[] {
  const known: GivenIdentifier[] = [];
  for (const each of given) {
    const same = known.some((other) => sameIdentifier({ ...each, holder: null }, { ...other, holder: null }));
    if (!same) known.push(each);
  }
  return known;
}

function isSearchedBy(connection: Searchable, given: readonly GivenIdentifier[]): boolean {
  const known = given.map((each) => ({ ...each, number: 0, holder: null, round: 0, use: 'search' as const }));
  return searchesOf(connection, known).length > 0;
}

function nowhere(connections: readonly Searchable[]): string {
  const kinds = [...new Set(connections.flatMap(({ consumes }) => consumes))];
  return `No connection of this request can be searched by what it names. They are searched by: ${kinds.join(', ')}.`;
}
