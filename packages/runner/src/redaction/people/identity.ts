import { phoneDigits, type DataRecord, type Identifier, type Person } from '@privacy-connectors/core';
import { foldedWord } from '../text/fold-text.js';

/** Everybody whom a record names, its author included. */
export function peopleOf({ people = [], author }: Pick<DataRecord, 'people' | 'author'>): readonly Person[] {
  if (author?.name === undefined || author.name.trim() === '') return people;
  return [...people, { kind: author.kind, names: [author.name], identifiers: [] }];
}

/** A record without those whom it names, who are nobody's business but the redaction's. */
export function withoutPeople<Described extends Pick<DataRecord, 'people'>>(record: Described): Described {
  const copy: { people?: DataRecord['people'] } & Omit<Described, 'people'> = { ...record };
  delete copy.people;
  return copy as Described;
}

/** A key per identifier, equal for spellings of the same one. Ids are a connection's own. */
export function handleKeys(
  { identifiers }: Pick<Person, 'identifiers'>,
  connection: string,
): readonly string[] {
  return identifiers.flatMap((identifier) => handleKey(identifier, connection) ?? []);
}

/**
 * The keys by which somebody is the data subject. Never a phone number, which a household or a switchboard shares; no id of staff
 * or programs, which vendors may number apart from customers.
 */
export function provingKeys(
  { kind, identifiers }: Pick<Person, 'kind' | 'identifiers'>,
  connection: string,
): readonly string[] {
  const isStaff = kind === 'agent' || kind === 'bot';
  const proving = identifiers.filter((each) => each.kind === 'email' || (each.kind !== 'phone' && !isStaff));
  return handleKeys({ identifiers: proving }, connection);
}

/** Whether anything in a text could name somebody; who has neither a name nor a handle needs no label. */
export function isKnownByAnything({ names, identifiers }: Pick<Person, 'names' | 'identifiers'>): boolean {
  return names.some((name) => name.trim() !== '') || handleKeys({ identifiers }, '').length > 0;
}

/** A key that is equal for equal descriptions of a person. */
export function descriptionKey({ kind, names, identifiers }: Person): string {
  return JSON.stringify([kind, names, identifiers.map(({ kind: of, value }) => [of, value])]);
}

/** Undefined for a number without digits, such as "n/a", which many have. */
function handleKey({ kind, value }: Identifier, connection: string): string | undefined {
  if (kind === 'email') return `email:${foldedWord(value.trim())}`;
  if (kind === 'phone') return /\d/.test(value) ? `phone:${phoneDigits(value)}` : undefined;
  return `${kind}:${connection}:${value}`;
}
