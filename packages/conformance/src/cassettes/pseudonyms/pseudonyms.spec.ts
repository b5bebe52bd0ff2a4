import { describe, expect, it } from '@jest/globals';
import { emailVariants, sameEmail } from '@privacy-connectors/core';
import fc from 'fast-check';
import { Pseudonyms } from './pseudonyms.js';
import { isLongPseudonym } from './shape.js';

const pseudonyms = new Pseudonyms('a key for tests, not a secret');
const other = new Pseudonyms('another key for tests, no secret');

const ids = fc.oneof(
  fc.stringMatching(/^[a-z]{1,4}$/),
  fc.stringMatching(/^[\w-]{1,40}$/),
  fc.nat().map(String),
  fc.uuid(),
  fc.stringMatching(/^[\da-f]{24}$/),
  fc.base64String({ minLength: 1, maxLength: 80 }),
);
const phones = fc.stringMatching(/^\+[1-8]\d{7,13}$/);
const values = fc.oneof(ids, phones, fc.emailAddress(), fc.webUrl(), fc.string(), fc.lorem());

describe('pseudonyms', () => {
  it('are the same for the same value and key, and others under another key', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(new Pseudonyms('a key for tests, not a secret').text(value)).toBe(pseudonyms.text(value));
      }),
    );
    fc.assert(
      fc.property(fc.oneof(phones, fc.emailAddress(), fc.uuid()), (value) => {
        expect(other.text(value)).not.toBe(pseudonyms.text(value));
      }),
    );
  });

  it('differ for different values', () => {
    fc.assert(
      fc.property(fc.uniqueArray(values, { maxLength: 60 }), (distinct) => {
        expect(new Set(distinct.map((value) => pseudonyms.text(value))).size).toBe(distinct.length);
      }),
    );
  });

  it('differ for all ids of a kind, and none stays what it is', () => {
    for (const all of [range(1, 9), range(10, 99), range(100, 2000), pairs(), ['007', '008', '017']]) {
      const replaced = all.map((id) => pseudonyms.text(id));
      expect(new Set(replaced).size).toBe(all.length);
      expect(replaced.filter((id, index) => id === all[index])).toEqual([]);
    }
  });

  it('are the same for an id as a number and as a text, and numbers that JSON can carry', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (id) => {
        const replaced = pseudonyms.number(id);
        expect(Number.isSafeInteger(replaced)).toBe(true);
        expect(String(Math.abs(replaced))).toBe(pseudonyms.text(String(Math.abs(id))));
        expect(String(replaced)).toHaveLength(String(id).length);
      }),
    );
  });

  it('keep the shape of ids', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(shapeOf(pseudonyms.text(id))).toBe(shapeOf(id));
      }),
    );
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(pseudonyms.text(id)).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
      }),
    );
  });

  it('of long ids prove that they are pseudonyms, and long ids do not', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uuid(), fc.stringMatching(/^[\w-]{30,60}$/)), (id) => {
        fc.pre(id.replaceAll(/[^A-Za-z\d]/g, '').length >= 20);
        expect(isLongPseudonym(pseudonyms.text(id))).toBe(true);
        expect(isLongPseudonym(id)).toBe(false);
      }),
    );
  });

  it('of e-mail addresses are addresses of nobody, equal when the addresses are', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.emailAddress(), (one, two) => {
        const replaced = pseudonyms.text(one);
        expect(replaced).toMatch(/^[a-z]{20}@example\.invalid$/i);
        expect(sameEmail(replaced, pseudonyms.text(one.toUpperCase()))).toBe(true);
        expect(sameEmail(replaced, pseudonyms.text(two))).toBe(sameEmail(one, two));
      }),
    );
  });

  it('of spellings that are derived from an address are derived from its pseudonym', () => {
    for (const email of [
      'Grace.Hopper@example.com',
      'grace@EXAMPLE.com',
      'grace.hopper@example.com',
      'A+b@c.io',
    ]) {
      const replaced = emailVariants(email).map((variant) => pseudonyms.text(variant));
      expect(replaced).toEqual(emailVariants(pseudonyms.text(email)));
    }
  });

  it('of phone numbers are numbers of no country, with the same digits for the same digits', () => {
    for (const phone of [
      '+46701234567',
      '+46 70 123 45 67',
      '+46 (70) 123-45-67',
      '(070) 123 45 67',
      '070-123 45 67',
    ]) {
      expect(pseudonyms.text(phone).replaceAll(/\D/g, '')).toMatch(/^999\d{12}$/);
      expect(pseudonyms.text(phone).startsWith('+')).toBe(phone.startsWith('+'));
    }
    const [one = '', two = ''] = ['+46701234567', '+46 70 123 45 67'].map((phone) => pseudonyms.text(phone));
    expect(one).not.toBe(two);
    expect(one).toBe(two.replaceAll(/[^\d+]/g, ''));
  });

  it('of free text are words, about as long', () => {
    const lengths = ['Grace Hopper', `Hello ${'x '.repeat(40)}`, `Hello ${'x '.repeat(400)}`].map(
      (text) => pseudonyms.text(text).length,
    );
    expect(lengths).toEqual([32, 128, 2048]);
    expect(pseudonyms.text('Write to ada@post.example or +46 70 123 45 67')).toMatch(/^[a-z ]+$/);
  });

  it.each(['2026-06-01', '192.0.2.113', 'v1.2.3', '12-345-6789012345678'])(
    'keep the shape of %s',
    (value) => {
      expect(shapeOf(pseudonyms.text(value))).toBe(shapeOf(value));
    },
  );

  it('need a key that cannot be guessed', () => {
    expect(() => new Pseudonyms('short')).toThrow(/16 bytes/);
  });
});

function shapeOf(text: string): string {
  return text.replaceAll(/[a-z]/g, 'a').replaceAll(/[A-Z]/g, 'A').replaceAll(/\d/g, '0');
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

function pairs(): string[] {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  return letters.flatMap((one) => letters.map((two) => one + two));
}
