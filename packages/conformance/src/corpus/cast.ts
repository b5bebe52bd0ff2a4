import type { AuthorKind, Identifier, Person } from '@privacy-connectors/core';
import type { Random } from '../simulator/random.js';
import type { NameForms, Phrasebook } from './languages/phrasebook.js';
import { unaccented } from './fold.js';

/** Who can be named in a thread. The outsider takes no part in it: no record names them but in its text. */
export type Role = 'subject' | 'agent' | 'colleague' | 'other' | 'relative' | 'outsider';

/** Somebody in a thread. */
export interface CastMember {
  readonly role: Role;
  readonly kind: AuthorKind;
  readonly first: NameForms;
  readonly last: NameForms;
  readonly nickname: string;
  readonly email: string;
  readonly callingCode: string;
  /** Without the calling code and the zero in front. */
  readonly number: string;
  readonly vendorId: string;
}

export type Cast = Readonly<Record<Role, CastMember>>;

const KINDS: Readonly<Record<Role, AuthorKind>> = {
  subject: 'subject',
  agent: 'agent',
  colleague: 'agent',
  other: 'other_person',
  relative: 'other_person',
  outsider: 'other_person',
};
const ROLES = Object.keys(KINDS) as Role[];

/** People with names of their own; the relative bears the last name of the data subject. */
export function castOf(book: Phrasebook, random: Random, thread: number): Cast {
  const first = rotated(book.firstNames, thread);
  const last = rotated(book.lastNames, thread * 3);
  const members = ROLES.map((role, place) => {
    const name = { first: at(first, place), last: at(last, role === 'relative' ? 0 : place) };
    return memberOf(
      role,
      { ...name, nickname: at(book.nicknames, place + thread) },
      { book, random, thread },
    );
  });
  return Object.fromEntries(members.map((member) => [member.role, member])) as Record<Role, CastMember>;
}

function memberOf(
  role: Role,
  name: Pick<CastMember, 'first' | 'last' | 'nickname'>,
  { book, random, thread }: { book: Phrasebook; random: Random; thread: number },
): CastMember {
  const number = String(random.integer(200_000_000, 899_999_999));
  return {
    ...name,
    role,
    kind: KINDS[role],
    email: `${localPart(name, ROLES.indexOf(role), random)}@${role}.example`,
    callingCode: book.callingCode,
    number,
    vendorId: `${role}-${thread}-${number.slice(0, 4)}`,
  };
}

/** Made of the name, or of nothing that is in it; nobody else of the thread has the same. */
function localPart(
  { first, last }: Pick<CastMember, 'first' | 'last'>,
  place: number,
  random: Random,
): string {
  const plain = (name: string) =>
    unaccented(name)
      .toLowerCase()
      .replace(/[^a-z]/g, '');
  const number = random.integer(100, 999) * 10 + place;
  return random.pick([
    `${plain(first.nominative)}.${plain(last.nominative)}`,
    `${plain(first.nominative).slice(0, 1)}_${plain(last.nominative)}${number}`,
    `qx${number}zv`,
  ]);
}

/** As a vendor tells of them: one spelling of the name, a nickname, an address, a number in E.164, and its own id. */
export function personOf(member: CastMember): Person {
  const identifiers: readonly Identifier[] = [
    { kind: 'email', value: member.email },
    { kind: 'phone', value: `+${member.callingCode}${member.number}` },
    { kind: 'user_id', value: member.vendorId },
  ];
  return { kind: member.kind, names: [fullName(member), member.nickname], identifiers };
}

export function fullName({ first, last }: Pick<CastMember, 'first' | 'last'>): string {
  return `${first.nominative} ${last.nominative}`;
}

function rotated<T>(items: readonly T[], by: number): readonly T[] {
  return items.map((_, index) => at(items, index + by));
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('A phrasebook needs names.');
  return item;
}
