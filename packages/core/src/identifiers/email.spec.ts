import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ConfigError } from '../errors/index.js';
import { emailVariants, parseEmail, sameEmail } from './email.js';

const local = fc.stringMatching(/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-äöüñçéÅ日本]{1,12}$/u);
const domain = fc
  .tuple(
    fc.stringMatching(/^[A-Za-z0-9äöüé日本]{1,12}$/u),
    fc.constantFrom('com', 'EXAMPLE', 'co.uk', 'de', '日本'),
  )
  .map((labels) => labels.join('.'));
const email = fc.tuple(local, domain).map((parts) => parts.join('@'));

describe('parseEmail', () => {
  it.each([
    'ann@example.com',
    'Ann.B+tag@Example.co.uk',
    "o'neil@example.org",
    'jürgen@bücher.example',
    'a@xn--bcher-kva.example',
    'ann@x.example',
    'ann@a.1.example',
    'ann@example.web3',
    'ann@example.3com',
    `${'a'.repeat(64)}@${'b'.repeat(61)}.${'b'.repeat(63)}.${'b'.repeat(63)}`,
  ])('takes %s', (text) => {
    expect(parseEmail(`  ${text}\n`)).toBe(text);
  });

  it.each([
    '',
    '@',
    'ann',
    'ann@',
    '@example.com',
    'ann@example',
    'a@b@example.com',
    'ann lee@example.com',
    'ann@exa mple.com',
    'ann@127.0.0.1',
    'ann@10.0.0.44',
    'ann@exam!ple.com',
    'ann@example-.com',
    'ann@[127.0.0.1]',
    'ann@-example.com',
    'ann@example..com',
    '.ann@example.com',
    'a..b@example.com',
    'ann@example.com,bob@example.com',
    'Ann <ann@example.com>',
    'ann\u200b@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b.'.repeat(130)}com`,
    `${'a'.repeat(64)}@${'b'.repeat(62)}.${'b'.repeat(63)}.${'b'.repeat(63)}`,
  ])('refuses "%s" without repeating it', (text) => {
    expect(() => parseEmail(text)).toThrow(ConfigError);
    expect(() => parseEmail(text)).toThrow(/^The e-mail address is not valid: [a-z@ ,.]+\.$/i);
  });

  it.each([
    ['ann', 'it needs one @ between a name and a domain'],
    ['ann@', 'it needs one @ between a name and a domain'],
    ['@example.com', 'it needs one @ between a name and a domain'],
    ['ann@@example.com', 'it needs one @ between a name and a domain'],
    [`${'a'.repeat(65)}@example.com`, 'it is too long'],
    ['ann lee@example.com', 'it has a space or another character that does not belong there'],
    ['ann.@example.com', 'the name before the @ begins or ends with a dot, or has two in a row'],
    ['ann@example', 'what follows the @ is no domain'],
  ])('says what is wrong with "%s"', (text, problem) => {
    expect(() => parseEmail(text)).toThrow(`The e-mail address is not valid: ${problem}.`);
  });

  it('either takes the trimmed text as it is or throws ConfigError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), email), (text) => {
        try {
          expect(parseEmail(text)).toBe(text.trim());
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
        }
      }),
    );
  });
});

describe('emailVariants', () => {
  it('begins with what was given', () => {
    expect(emailVariants(' Ann@Example.com ')).toEqual(['Ann@Example.com', 'ann@example.com']);
    expect(emailVariants('ann@example.com')).toEqual(['ann@example.com']);
  });

  it.each(['nobody', '@', 'ann@', 'ann@exa mple.com'])('of what is no address (%s) is that alone', (text) => {
    expect(emailVariants(` ${text} `)).toEqual([text]);
  });

  it('has the domain in both its forms', () => {
    const both = ['ann@bücher.example', 'ann@xn--bcher-kva.example'];
    expect([...emailVariants('ann@bücher.example')].sort()).toEqual(both);
    expect([...emailVariants('ann@xn--bcher-kva.example')].sort()).toEqual(both);
  });

  it('are all the same address, without repetition', () => {
    fc.assert(
      fc.property(email, (text) => {
        const variants = emailVariants(text);
        expect(variants[0]).toBe(text);
        expect(new Set(variants).size).toBe(variants.length);
        for (const variant of variants) expect(sameEmail(text, variant)).toBe(true);
      }),
    );
  });
});

describe('sameEmail', () => {
  it.each([
    ['Ann@Example.com', 'ann@example.COM', true],
    ['ann@bücher.example', 'ANN@XN--BCHER-KVA.example', true],
    ['jose\u0301@example.com', 'jos\u00e9@example.com', true],
    [' ann@example.com', 'ann@example.com\n', true],
    ['ann+news@example.com', 'ann@example.com', false],
    ['a.nn@example.com', 'ann@example.com', false],
    ['ann@example.com', 'ann@example.org', false],
    ['ann', 'ann', false],
    ['', '', false],
    ['ann@', 'ann@', false],
    ['ann@exa mple.com', 'ann@exa mple.com', false],
  ])('of %s and %s is %s', (one, other, expected) => {
    expect(sameEmail(one, other)).toBe(expected);
  });

  it('does not depend on the order, and a plus tag makes another address', () => {
    fc.assert(
      fc.property(email, email, (one, other) => {
        expect(sameEmail(one, other)).toBe(sameEmail(other, one));
        expect(sameEmail(one, one.replace('@', '+tag@'))).toBe(false);
      }),
    );
  });
});
