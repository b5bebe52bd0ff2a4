import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { phoneDigits, samePhone } from './phone.js';
import { sameIdentifier, shareIdentifier } from './same-identifier.js';

describe('samePhone', () => {
  it.each([
    ['+46 (0)70-174 06 05', '+460701740605', true],
    ['+46701740605', '46701740605', false],
    ['070-174', '070174', true],
    ['\uff0b46 70', '+4670', true],
    ['+', '', false],
    ['none', 'none', false],
  ])('of %s and %s is %s', (one, other, expected) => {
    expect(samePhone(one, other)).toBe(expected);
    expect(samePhone(other, one)).toBe(expected);
  });

  it.each([
    [' +46 (0)70\n', '+46070'],
    ['070 / 174', '070174'],
    ['+', ''],
    ['none', ''],
  ])('of %j are the digits %j', (written, digits) => {
    expect(phoneDigits(written)).toBe(digits);
  });

  it('does not depend on what stands between the digits', () => {
    const between = fc.constantFrom('', ' ', '-', '.', '/', ' (', ') ');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), between), { minLength: 1 }), (parts) => {
        const digits = parts.map(([digit]) => digit).join('');
        const written = parts.map(([digit, gap]) => `${String(digit)}${gap}`).join('');
        expect(phoneDigits(`+${written}`)).toBe(`+${digits}`);
        expect(samePhone(written, digits)).toBe(true);
      }),
    );
  });
});

describe('sameIdentifier', () => {
  it.each([
    [{ kind: 'email', value: 'Ann@Example.com' }, { kind: 'email', value: 'ann@example.COM' }, true],
    [{ kind: 'phone', value: '+46 70' }, { kind: 'phone', value: '+4670' }, true],
    [{ kind: 'external_id', value: 'A-1' }, { kind: 'external_id', value: 'A-1' }, true],
    [{ kind: 'external_id', value: 'A-1' }, { kind: 'external_id', value: 'a-1' }, false],
    [{ kind: 'external_id', value: '5' }, { kind: 'user_id', value: '5' }, false],
    [{ kind: 'email', value: 'a@b.example' }, { kind: 'external_id', value: 'a@b.example' }, false],
  ] as const)('of %j and %j is %s', (one, other, expected) => {
    expect(sameIdentifier(one, other)).toBe(expected);
  });
});

describe('shareIdentifier', () => {
  const email = { kind: 'email', value: 'ann@example.com' } as const;
  const phone = { kind: 'phone', value: '+4670' } as const;

  it.each([
    [[email, phone], [{ kind: 'email', value: 'ANN@example.com' } as const], true],
    [[email], [phone], false],
    [[email], [], false],
    [[], [], false],
  ])('of %j and %j is %s', (one, other, expected) => {
    expect(shareIdentifier(one, other)).toBe(expected);
    expect(shareIdentifier(other, one)).toBe(expected);
  });
});
