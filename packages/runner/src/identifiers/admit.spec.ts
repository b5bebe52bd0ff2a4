import { describe, expect, it } from '@jest/globals';
import type { Identifier } from '@privacy-connectors/core';
import fc from 'fast-check';
import { admit, type Finding } from './admit.js';
import type { OpenIdentifier } from './known-identifier.js';

const source = { task: 'task-1', resource: 'people', through: 1 };
const finding: Finding = { source, holder: 'crm', namespaces: { external_id: 'shop' }, round: 0, widen: [] };
const given: OpenIdentifier = {
  number: 1,
  kind: 'email',
  namespace: null,
  holder: null,
  round: 0,
  use: 'search',
  value: 'ada@example.org',
  sources: [],
};

function last(found: Identifier, change: Partial<Finding> = {}, known: readonly OpenIdentifier[] = [given]) {
  return admit(known, found, { ...finding, ...change }).at(-1);
}

function ids(count: number): readonly Identifier[] {
  return Array.from({ length: count }, (_, index) => ({ kind: 'external_id', value: `id-${index}` }));
}

function all(found: readonly Identifier[], change: Partial<Finding> = {}): readonly OpenIdentifier[] {
  return found.reduce<readonly OpenIdentifier[]>(
    (known, each) => admit(known, each, { ...finding, ...change }),
    [given],
  );
}

describe('admit', () => {
  it('takes what is known already as found in one more place, once', () => {
    const twice = all([
      { kind: 'email', value: ' ADA@example.org ' },
      { kind: 'email', value: 'ada@example.org' },
    ]);
    expect(twice).toEqual([{ ...given, sources: [source] }]);
  });

  it('searches by further e-mails and phones only when the request is widened to their kind', () => {
    const email = { kind: 'email', value: 'b@example.org' } as const;
    const phone = { kind: 'phone', value: '+46 70 123 45' } as const;
    expect(last(email)).toMatchObject({ use: 'not_widened', round: 1, holder: null });
    expect(last(email, { widen: ['phone'] })?.use).toBe('not_widened');
    expect(last(email, { widen: ['email'] })?.use).toBe('search');
    expect(last(phone, { widen: ['phone'] })?.use).toBe('search');
  });

  it('puts an id into the name space of the connection that found it', () => {
    expect(last({ kind: 'external_id', value: '7' })).toMatchObject({ namespace: 'shop', use: 'search' });
    expect(last({ kind: 'user_id', value: '7' })).toMatchObject({ namespace: null, holder: 'crm' });
  });

  it.each([
    ['an e-mail that is none', 'email', 'ada'],
    ['a phone that is none', 'phone', 'call me'],
    ['a phone without its country', 'phone', '070 123 45 67'],
    ['a phone with an extension', 'phone', '+46 70 123 45 67 ext. 89'],
    ['a phone with letters', 'phone', '+1 800 FLOWERS 123'],
    ['an id that is too long', 'external_id', 'x'.repeat(256)],
  ] as const)('does not search by %s', (_, kind, value) => {
    expect(last({ kind, value }, { widen: ['email', 'phone'] })?.use).toBe('invalid');
  });

  it('ignores what is empty', () => {
    expect(last({ kind: 'external_id', value: ' ' })).toBe(given);
  });

  it('searches by 50 at most, and reports the rest', () => {
    const uses = all(ids(60)).map(({ use }) => use);
    expect(uses.filter((use) => use === 'search')).toHaveLength(50);
    expect(uses.filter((use) => use === 'beyond_limit')).toHaveLength(11);
  });

  it('does not count ids that are passed on to nobody', () => {
    const undeclared = all(ids(60), { namespaces: {} });
    expect(undeclared.every(({ use }) => use === 'search')).toBe(true);
    expect(last({ kind: 'external_id', value: '7' }, {}, undeclared)?.use).toBe('search');
  });

  it('ends after five rounds', () => {
    expect(last({ kind: 'external_id', value: '7' }, { round: 4 })?.use).toBe('search');
    expect(last({ kind: 'external_id', value: '7' }, { round: 5 })?.use).toBe('beyond_limit');
  });

  it('keeps a thousand at most, whatever a vendor sends', () => {
    expect(all(ids(1200))).toHaveLength(1000);
  });

  it('numbers identifiers without gaps and keeps their values apart', () => {
    const found = fc.record({
      kind: fc.constantFrom('email' as const, 'phone' as const, 'external_id' as const, 'user_id' as const),
      value: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(found), (identifiers) => {
        const known = all(identifiers);
        expect(known.map(({ number }) => number)).toEqual(known.map((_, index) => index + 1));
        expect(all(identifiers.concat(identifiers))).toEqual(known);
      }),
    );
  });
});
