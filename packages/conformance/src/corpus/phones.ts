import type { Random } from '../simulator/random.js';
import type { CastMember } from './cast.js';
import type { Secret } from './identifier.js';

type Numbered = Pick<CastMember, 'callingCode' | 'number'>;

/** How people write a telephone number. */
const SPELLINGS: readonly ((numbered: Numbered) => string)[] = [
  ({ callingCode, number }) => `+${callingCode}${number}`,
  ({ callingCode, number }) => `+${callingCode} ${grouped(number, ' ')}`,
  ({ callingCode, number }) => `+${callingCode} (0)${grouped(number, ' ')}`,
  ({ callingCode, number }) => `00${callingCode} ${grouped(number, '-')}`,
  ({ number }) => `0${grouped(number, '.')}`,
  ({ number }) => `(0${number.slice(0, 2)}) ${number.slice(2, 6)}-${number.slice(6)}`,
  ({ number }) => `0${number.slice(0, 3)}/${number.slice(3)}`,
  ({ number }) => `0${grouped(number, '\u00A0')}`,
];

export function phoneSpelling(numbered: Numbered, random: Random): string {
  return random.pick(SPELLINGS)(numbered);
}

/** The end of the number: all spellings have it. */
export function phoneSecret({ number }: Numbered): Secret {
  return { kind: 'digits', value: number.slice(-7) };
}

function grouped(number: string, separator: string): string {
  return [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(separator);
}
