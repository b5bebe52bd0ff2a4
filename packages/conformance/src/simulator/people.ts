import { createRandom, hash } from './random.js';

const FIRST_NAMES = [
  'Ada',
  'Björn',
  'Chidi',
  'Dolores',
  'Émile',
  'Farah',
  'Grace',
  'Hana',
  'Ivo',
  'Jürgen',
  'Kofi',
  'Léa',
];
const LAST_NAMES = [
  "O'Neill",
  'Nakamura',
  'Lindqvist',
  'García',
  'Okafor',
  'Šimić',
  'van Dijk',
  'Müller',
  'Rossi',
  'Chen',
];
const DOMAINS = ['mail.example', 'post.example', 'inbox.example', 'kontor.example'];

/** A made-up person. Every text that a simulator writes about the person carries the canary. */
export interface Person {
  readonly index: number;
  readonly firstName: string;
  /** First and last name with the canary. */
  readonly name: string;
  readonly email: string;
  /** E.164, unique per index below ten million. */
  readonly phone: string;
  /** Unique text of letters, digits and hyphens: found in an output, it proves that this person's data is there. */
  readonly canary: string;
}

/** The person of that index: computed, not stored, and the same for the same seed. */
export function personAt(seed: string | number, index: number): Person {
  const random = createRandom(seed, 'person', index);
  const canary = canaryAt(seed, index);
  const firstName = random.pick(FIRST_NAMES);
  return {
    index,
    firstName,
    canary,
    name: `${firstName} ${random.pick(LAST_NAMES)} ${canary}`,
    email: `p${index}.${canary}@${random.pick(DOMAINS)}`,
    phone: `+4670${String(index).padStart(7, '0')}`,
  };
}

function canaryAt(seed: string | number, index: number): string {
  return `canary-${index.toString(36)}-${hash(`${seed}/canary/${index}`).toString(16).padStart(8, '0')}`;
}
