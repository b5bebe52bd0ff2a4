import type { Person } from '@privacy-connectors/core';
import { isReplaced, type RedactionPolicy } from '../policy.js';
import type { ReplacementReason } from '../record-redaction.js';
import { isKnownByAnything, provingKeys } from './identity.js';
import type { KnownPerson } from './known-person.js';
import type { LabelBook } from './label-book.js';

/** How the data subject is known to a request at one connection, without a name. */
export type SubjectIdentifiers = Person['identifiers'];

/** What people are told apart with. */
export interface PeopleRules {
  readonly connection: string;
  readonly policy: RedactionPolicy;
  readonly subject: SubjectIdentifiers;
}

/** Who of a thread is the data subject, who stays, and whom which label stands for. */
export function knownPeople(
  people: readonly Person[],
  { connection, policy, subject }: PeopleRules,
  labels: LabelBook,
): readonly KnownPerson[] {
  const isOwn = ownership(people, subject, connection);
  const told = new Set<string>();
  const known = (person: Person): KnownPerson => {
    const { names, identifiers, kind } = person;
    if (isOwn(person) || kind === 'subject') return { names, identifiers, treatment: { keep: 'subject' } };
    if (!isReplaced(kind, policy)) return { names, identifiers, treatment: { keep: 'policy' } };
    const reason: ReplacementReason = kind;
    const label = labels.labelOf(person, connection);
    // Once is enough, however many of the thread a switchboard's number makes one.
    const also = [
      labels.knownByHandles(person, connection),
      ...(told.has(label) ? [] : [labels.knownAs(label)]),
    ];
    told.add(label);
    return {
      names: [...new Set([...names, ...also.flatMap((known) => known.names)])],
      identifiers: [...identifiers, ...also.flatMap((known) => known.identifiers)],
      treatment: { label, reason },
    };
  };
  const self: KnownPerson = { names: [], identifiers: subject, treatment: { keep: 'subject' } };
  // Who is told by an identifier comes first: a name alone then means the same person.
  const identified = people
    .filter(isKnownByAnything)
    .sort((one, other) => other.identifiers.length - one.identifiers.length);
  return [self, ...identified.map(known)];
}

/** Whether somebody is the data subject: by an identifier of the request, or of whoever has one of those. */
function ownership(
  people: readonly Person[],
  subject: SubjectIdentifiers,
  connection: string,
): (person: Person) => boolean {
  const own = new Set(provingKeys({ kind: 'subject', identifiers: subject }, connection));
  const isOwn = (person: Person): boolean =>
    person.kind === 'subject' || provingKeys(person, connection).some((key) => own.has(key));
  for (const person of people.filter(isOwn)) for (const key of provingKeys(person, connection)) own.add(key);
  return isOwn;
}
