import { describe, expect, it } from '@jest/globals';
import { MarkupReader } from '../../src/redaction/text/markup-reader.js';
import { TextRedactor } from '../../src/redaction/text-redactor.js';

const redactor = new TextRedactor([
  { names: ['Anna Kowalska'], identifiers: [], treatment: { label: 'Person 2', reason: 'agent' } },
]);

function redacted(text: string): string {
  return redactor.redact(text, { unknown: 'quoted', onReplaced: () => undefined });
}

describe('a name with markup within', () => {
  it.each([
    ['an element', 'An<b>na</b>!', 'Person 2<b></b>!'],
    ['a value with the end of a tag', 'An<b title="a>b">na', 'Person 2<b title="a>b">'],
    ['a value with a lonely bracket', `An<b title='1 < 2 > 1'>na`, `Person 2<b title='1 < 2 > 1'>`],
    ['a quotation mark that does not end', 'An<b title="a>na, <i>"me"', 'Person 2<b title="a>, <i>"me"'],
    [
      'apostrophes that begin no value',
      `An<b it's>na, she's <i>here</i>>`,
      `Person 2<b it's>, she's <i>here</i>>`,
    ],
    ['apostrophes of another sentence', `An<b it's>na, that's>`, `Person 2<b it's>, that's>`],
    ['a tag in character data', '<![CDATA[An<i>na</i>]]>', '<![CDATA[Person 2<i></i>]]>'],
    ['the end of a tag with attributes', 'An</b class="a>b">na', 'Person 2</b class="a>b">'],
    ['character data', 'An<![CDATA[na]]>, <b>me</b>', 'Person 2<![CDATA[]]>, <b>me</b>'],
    ['character data in small letters', '<![cdata[An]]>na', '<![cdata[Person 2]]>'],
    ['a condition of a program of mail', 'An<![if !mso]>na', 'Person 2<![if !mso]>'],
    ['an instruction of XML', 'An<?xml:namespace prefix="o"/>na', 'Person 2<?xml:namespace prefix="o"/>'],
    ['a comment', 'An<!-- x > y -->na', 'Person 2<!-- x > y -->'],
    ['an empty comment', 'An<!-->na <!-- -->', 'Person 2<!--> <!-- -->'],
    ['a comment before what all but some show', 'An<!--[if !mso]><!-->na', 'Person 2<!--[if !mso]><!-->'],
  ])('is lost: %s', (_, text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it('may have a tag of millions of values within', () => {
    const tag = `<b${' a=""'.repeat(2_000_000)}>`;
    expect(new MarkupReader(tag).at(0)?.end).toBe(tag.length);
  });

  it('is looked for also where a tag has a thousand values and no end', () => {
    const text = `An<b${' a= ""'.repeat(1_000)}<b>na</b>`;
    expect(redacted(text)).toBe(text);
  });

  it.each([
    '<b "',
    "<b '",
    '<![CDATA[',
    '<!--',
    '<b a="<',
    '<?',
    '<!x ',
    '<b a="" ',
    '<b a= ',
    ']]>',
    '<b a=\'">',
  ])('is looked for in work that grows with the text only: %s', (piece) => {
    const text = piece.repeat(300_000 / piece.length);
    const start = process.cpuUsage();
    expect(redacted(text)).toBe(text);
    expect(process.cpuUsage(start).user / 1_000_000).toBeLessThan(5);
  });
});
