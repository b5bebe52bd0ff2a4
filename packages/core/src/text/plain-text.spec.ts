import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainText } from './plain-text.js';

describe('the text of a message', () => {
  it.each([
    ['<p>Where is my order?</p><p>It is <b>late</b>.</p>', 'Where is my order?\n\nIt is late.'],
    ['Tom &amp; Jerry &lt;3&nbsp;&#233;', 'Tom & Jerry <3\u00a0é'],
    ['one<br>two', 'one\ntwo'],
    ['<a href="https://shop.example/a?b=1">the page</a>', 'the page [https://shop.example/a?b=1]'],
    ['<img src="https://shop.example/cat.png" alt="a cat">', 'a cat [https://shop.example/cat.png]'],
    ['<h1>Title</h1>text', 'Title\n\ntext'],
    ['before<body>inside</body>after', 'beforeinsideafter'],
    ['if a <b then tell me', 'if a <b then tell me'],
    ['<table><tr><td>one</td><td>two</td></tr></table>', 'one\ntwo'],
    ['a<script>alert(1)</script>b', 'aalert(1)b'],
    ['I typed <script> and went on', 'I typed and went on'],
    ['a<STYLE>p {}</STYLE>b', 'ap {}b'],
    ['<table><tr><th>one</th><th>two</th></tr></table>', 'one\ntwo'],
    ['<a href="https://shop.example">https://shop.example</a>', 'https://shop.example'],
    ['<p>I <!-- object > to <b>this</b>.</p>', 'I <!-- object > to this.'],
    [
      '<p>I <!-- really --> object <!--> to <!-- this --!> bill.</p>',
      'I object <!--> to <!-- this --!> bill.',
    ],
    [
      'I <a href="https://shop.example> object to "this" bill>.',
      'I <a href="https://shop.example> object to "this" bill>.',
    ],
    ["I <don't agree> with <all of it>.", "I <don't agree> with <all of it>."],
    ['<p>I <![CDATA[object & <b>how</b>]]> to <![CDATA[this</p>', 'I object & <b>how</b> to <![CDATA[this'],
    [
      'I <?object> to </3 of> <!this> from <ann@shop.example>',
      'I <?object> to </3 of> <!this> from <ann@shop.example>',
    ],
    [
      '<!DOCTYPE html><?xml:namespace prefix="o"/><![if !mso]><p title="a > b" nowrap>I object</P ><![endif]>',
      'I object',
    ],
    ['<!--[if !mso]><!--><p>Hello</p><!--<![endif]--><!--[if mso]><p>x</p><![endif]-->', 'Hello'],
    ['<!--[if !mso]><!-- --><p>Hello</p><!-- <![endif]-->', 'Hello'],
    ['<!--[if !mso]>--><p>Hello</p><!--[if IE]> I object', 'Hello\n\n<!--[if IE]> I object'],
    [
      'one<video autoplay loop muted></video> <input disabled checked> <p data-x id>two</p class="a">',
      'one\n\ntwo',
    ],
    ['<table><tr><td nowrap valign>one</td><td class= align>two</td></tr></table>', 'one\ntwo'],
    ['<a href="https://shop.example" title="a < b > c">one</a>', 'one [https://shop.example]'],
    ["<a href=https://shop.example/don't title='<'>one</a>", "one [https://shop.example/don't]"],
    ['<b style="font-family:"Times New Roman";">one</b>', 'one'],
    [
      'if x <b because total = 5 and I object to the fee> ok',
      'if x <b because total = 5 and I object to the fee> ok',
    ],
    [
      'Dear all, <please refund> thanks <please> and </rant>',
      'Dear all, <please refund> thanks <please> and </rant>',
    ],
    ['see <https://shop.example/a/> or <tel:12>', 'see <https://shop.example/a/> or <tel:12>'],
    ['<o:p>one</o:p> <st1:place w:st="on">two</st1:place><v:rect/>', 'one two'],
    ['<en-note lang="en">one</en-note> </en-note2>', 'one </en-note2>'],
    ['I <i object> to </p this bill>', 'I <i object> to </p this bill>'],
    ['word '.repeat(60).trim(), 'word '.repeat(60).trim()],
    ['', ''],
  ])('of %j is %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it.each([1, 2, 3, 4, 5, 6])('keeps the letters of a heading as they are (h%d)', (level) => {
    expect(plainText(`<h${String(level)}>Title</h${String(level)}>`)).toBe('Title');
  });

  it('keeps every word, however it is wrapped', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    const element = fc.constantFrom(
      'p',
      'div',
      'span',
      'b',
      'li',
      'td',
      'h2',
      'blockquote',
      'body',
      'script',
      'o:p',
    );
    const part = fc.record({ word, element });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const html = parts.map(({ word, element }) => `<${element}>${word} </${element}>`).join('');
        const words = plainText(html)
          .split(/[^a-z]+/)
          .filter(Boolean);
        expect(words.join(' ')).toBe(parts.map(({ word }) => word).join(' '));
      }),
    );
  });

  it('keeps every word of what never ends, whatever begins it', () => {
    const word = fc.stringMatching(/^[a-z]{4,12}$/);
    const beginning = fc.constantFrom(
      ...['<!--', '<![CDATA[', '<b title="', "<a href='", '<!x', '<?', '</', '<', "<don't ", '<!-->', '</3 '],
    );
    const tag = fc.constantFrom('<p>', '</p>', '<br>', '<td>', '>', ' ', ']]>', '<p class="x">');
    fc.assert(
      fc.property(fc.array(fc.oneof(word, beginning, tag), { maxLength: 30 }), (parts) => {
        const text = plainText(parts.join(' '));
        for (const part of parts) if (/^[a-z]{4}/.test(part)) expect(text).toContain(part);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '<!--',
    '<![CDATA[',
    '<b title="',
    "<b title='",
    '<b ',
    '<b "" ',
    '<!',
    '</',
    '<b a b ',
    '--!>',
    '<b a="< ',
    '<b a=',
    '<!--[if',
    '<!--[if x]><!--  ',
  ])('is read once however often %s begins something', (beginning) => {
    const many = beginning.repeat(100_000);
    expect(plainText(many).replace(/\s/g, '')).toHaveLength(many.replace(/\s/g, '').length);
  });

  it.each([
    ['<img src=data:', '>', '[data:]'],
    ['I typed <b ', '', 'I typed <b '],
    ['I typed <b "" ', '', 'I typed <b "" '],
    ['I <b title="', '">typed</b>', 'I typed'],
    ['I <!--', '-->typed', 'I typed'],
  ])('reads %s with millions of characters behind it', (beginning, end, text) => {
    expect(plainText(beginning + 'x'.repeat(8_000_000) + end).replaceAll('x', '')).toBe(text);
  });

  it.each([
    'div',
    'p',
    'blockquote',
    'b',
    'ul><li',
    'table><tr><td',
    'a href="https://shop.example"',
    'custom-element class="x"',
  ])('keeps every word however often <%s> nests', (element) => {
    const text = plainText(`<p>begin</p><i>in</i>side${`<${element}>word `.repeat(5_000)}end<hr>`);
    expect(text).toMatch(/^begin\s+inside/);
    expect(text.match(/word/g)).toHaveLength(5_000);
    expect(text).toContain('end');
    if (element.startsWith('a ')) expect(text.match(/shop\.example/g)).toHaveLength(5_000);
  });

  it('does not join words where markup that nests too deeply is made flat', () => {
    const html = `${'<div>'.repeat(600)}<!-- <i title="-->one<td>two<b>three</b> <img src="https://shop.example">`;
    expect(plainText(html)).toBe('one\ntwothree [https://shop.example]');
  });

  it('keeps the end of what is longer than 16 million characters', () => {
    expect(plainText(`${'a '.repeat(8_500_000)}end`).endsWith('a end')).toBe(true);
  });
});
