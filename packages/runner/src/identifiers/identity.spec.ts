import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sameIdentifier, type Identity } from './identity.js';

const nobody = { namespace: null, holder: null };
const value = fc.constantFrom(
  '1',
  '01',
  'A',
  'a',
  'x@example.org',
  'X@Example.org',
  '+46 70',
  '+4670',
  '4670',
);
const identity: fc.Arbitrary<Identity> = fc.oneof(
  fc
    .record({ kind: fc.constantFrom('email' as const, 'phone' as const), value })
    .map((each) => ({ ...nobody, ...each })),
  fc.record({
    kind: fc.constantFrom('user_id' as const, 'external_id' as const),
    value,
    namespace: fc.constantFrom('shop', 'crm', null),
    holder: fc.constantFrom('one', 'two'),
  }),
);

describe('sameIdentifier', () => {
  it('is an equivalence', () => {
    fc.assert(
      fc.property(identity, identity, identity, (a, b, c) => {
        expect(sameIdentifier(a, a)).toBe(true);
        expect(sameIdentifier(a, b)).toBe(sameIdentifier(b, a));
        if (sameIdentifier(a, b) && sameIdentifier(b, c)) expect(sameIdentifier(a, c)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['spellings of an e-mail', 'email', 'Ada@Example.org', 'ada@example.org', true],
    ['a plus address', 'email', 'ada+x@example.org', 'ada@example.org', false],
    ['spellings of a phone', 'phone', '+46 (70) 123-45', '+467012345', true],
    ['a phone with and without an extension', 'phone', '+46 70 123 45 x6', '+467012345 6', false],
    ['a phone with and without its country', 'phone', '+467012345', '07012345', false],
  ] as const)('compares %s', (_, kind, one, other, same) => {
    expect(sameIdentifier({ ...nobody, kind, value: one }, { ...nobody, kind, value: other })).toBe(same);
  });

  it('takes an id for the same within its name space only, whatever kind it is called', () => {
    const id = { kind: 'external_id', value: '7', namespace: 'shop', holder: 'one' } as const;
    expect(sameIdentifier(id, { ...id, kind: 'user_id', holder: 'two' })).toBe(true);
    expect(sameIdentifier(id, { ...id, namespace: 'crm' })).toBe(false);
    expect(sameIdentifier(id, { ...id, value: '07' })).toBe(false);
  });

  it('takes an undeclared id for the same at its own connection only', () => {
    const id = { kind: 'external_id', value: '7', namespace: null, holder: 'one' } as const;
    expect(sameIdentifier(id, { ...id })).toBe(true);
    expect(sameIdentifier(id, { ...id, holder: 'two' })).toBe(false);
    expect(sameIdentifier(id, { ...id, kind: 'user_id' })).toBe(false);
    expect(sameIdentifier(id, { ...id, namespace: 'shop' })).toBe(false);
  });
});
