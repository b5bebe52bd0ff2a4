import { original, withDeletion, withResource, type Mutant } from './mutant.js';

const stored = 'what another release stored is read as what it was or refused';

/** Connectors that misread what another release stored. */
export const upgradeMutants: readonly Mutant[] = [
  {
    fault: 'takes anything for a cursor',
    connector: withResource('pages', () => ({ cursor: { parse: (value) => value } })),
    check: stored,
    says: /cursor of pages: reads false as its own/,
  },
  {
    fault: 'makes something up for what the old form lacks',
    connector: withResource('letters', () => ({
      ref: {
        parse: (value) =>
          typeof value === 'string'
            ? { id: value, owner: 'm1-1' }
            : original.resources['letters']!.ref.parse(value),
      },
    })),
    check: stored,
    says: /ref of letters: what an earlier release stored is read as something else/,
  },
  {
    fault: 'fails over an old ticket as if it were a bug',
    connector: withDeletion(() => ({
      operation: {
        parse: (value) => {
          throw new TypeError(`unexpected ${typeof value}`);
        },
      },
    })),
    check: stored,
    says: /operation: refuses a stored value with something else/,
  },
];
