import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { format } from 'prettier';
import { rowsOf } from '../testing/sections-of.mjs';
import { code, codes } from './code.mjs';
import { link } from './link.mjs';
import { bullets, steps } from './list.mjs';
import { table } from './table.mjs';
import { text } from './text.mjs';

describe('text', () => {
  it.each([
    ['plain words', 'plain words'],
    [' two\n lines ', 'two lines'],
    ['*bold* <b>&amp;</b> [a](b)', String.raw`\*bold\* \<b\>\&amp;\</b\> \[a\](b)`],
    ['a page_token, _slanted_', String.raw`a page_token, \_slanted\_`],
    ['code `a*b` stays', 'code `a*b` stays'],
    ['no `\\|` code', String.raw`no \`\\|\` code`],
    ['one ` backtick', String.raw`one \` backtick`],
    [String.raw`back\slash`, String.raw`back\\slash`],
    ['# no heading', String.raw`\# no heading`],
    ['- no list', String.raw`\- no list`],
    ['1. no list', String.raw`1\. no list`],
    ['---', String.raw`\---`],
    ['1.2.3', '1.2.3'],
    ['-5 degrees', '-5 degrees'],
    ['2 people', '2 people'],
  ])('%j becomes %j', (words, markdown) => {
    expect(text(words)).toBe(markdown);
  });
});

describe('code', () => {
  it('is longer fenced than what it holds', () => {
    expect(code('a_b')).toBe('`a_b`');
    expect(code('a`b')).toBe('``a`b``');
    expect(code('`a')).toBe('`` `a ``');
  });

  it('names none', () => {
    expect(codes(['a', 'b'])).toBe('`a`, `b`');
    expect(codes([])).toBe('none');
  });
});

describe('link', () => {
  it('keeps its target in one piece', () => {
    expect(link('a [b]', 'https://example.org/a (b)')).toBe(
      String.raw`[a \[b\]](https://example.org/a%20%28b%29)`,
    );
  });
});

describe('table', () => {
  it('escapes pipes in words and in code', () => {
    expect(table(['A'], [['a | b'], [code('c|d')]])).toBe('| A |\n| --- |\n| a \\| b |\n| `c\\|d` |');
  });

  it('says what there is instead of rows', () => {
    expect(table(['A'], [], 'None.')).toBe('None.');
  });

  it('keeps its columns, whatever words are in it, also when it is formatted', async () => {
    const words = fc.string({ unit: fc.constantFrom('|', '\\', '`', '*', '_', '<', 'a', '\n', ' ', '#') });
    await fc.assert(
      fc.asyncProperty(words, words, async (one, other) => {
        const markdown = table(['A', 'B'], [[text(one), text(other)]], '');
        expect(rowsOf(markdown)[0]).toHaveLength(2);
        expect(rowsOf(await format(markdown, { parser: 'markdown' }))[0]).toHaveLength(2);
      }),
      { numRuns: 300, examples: [['', '`\\|`']] },
    );
  });
});

describe('lists', () => {
  it('number and mark their items', () => {
    expect(bullets(['a', 'b'])).toBe('- a\n- b');
    expect(steps(['a', 'b'])).toBe('1. a\n2. b');
  });
});
