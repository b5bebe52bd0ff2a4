import { createHash } from 'node:crypto';
import { personAt, type Person } from '../../src/simulator/index.js';
import type { Letter, Member, Page } from './model.js';

const lettersPerMember = 2;
const joined = Date.UTC(2025, 0, 1);

/** What one person left at Pigeon Post: two memberships with one e-mail, each with letters, pages and scans. */
export interface Holding {
  readonly person: Person;
  readonly members: readonly Member[];
  readonly letters: readonly Letter[];
  readonly pages: ReadonlyMap<string, readonly Page[]>;
  readonly scans: ReadonlyMap<string, Buffer>;
}

/** The last letter has as many pages as are asked for, the others have three. */
export function holdingOf(index: number, mostPages = 3): Holding {
  const person = personAt('pigeon', index);
  const { email, name } = person;
  const members = [1, 2].map((nth) => ({ id: `m${index}-${nth}`, email, name, joinedAt: joined + index }));
  const letters = members.flatMap(({ id }) =>
    range(lettersPerMember).map((nth) => letterOf(person, id, nth)),
  );
  const pages = new Map(
    letters.map((letter) => [
      letter.id,
      range(letter === letters.at(-1) ? mostPages : 3).map((nth) => pageOf(person, letter, nth)),
    ]),
  );
  const scans = [...pages.values()]
    .flat()
    .flatMap(({ scan }) => (scan === undefined ? [] : [[scan.id, bytesOf(person, scan.id)] as const]));
  return { person, members, letters, pages, scans: new Map(scans) };
}

export function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function letterOf(person: Person, memberId: string, nth: number): Letter {
  const updatedAt = joined + 86_400_000 * (1 + nth) + person.index * 1000 + Number(memberId.at(-1));
  return { id: `l${memberId}-${nth}`, memberId, subject: `Dear ${person.name}`, updatedAt };
}

function pageOf(person: Person, { id }: Letter, nth: number): Page {
  const scan = { id: `s${id}-${nth}`, name: 'page.png', mediaType: 'image/png' };
  return { id: `p${id}-${nth}`, text: `About ${person.canary}, page ${nth}`, ...(nth === 0 ? { scan } : {}) };
}

function bytesOf(person: Person, id: string): Buffer {
  return Buffer.concat([Buffer.from(`${person.canary} ${id}`), Buffer.alloc(5000, 0xfe)]);
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}
