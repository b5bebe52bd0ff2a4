import { plainText } from '@privacy-connectors/core/text';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PackageRecord } from '../package-source.js';
import { formattedText } from './formatted.js';

function messageOf(body: string): PackageRecord {
  return { resource: 'messages', id: 'm1', data: { body }, text: plainText(body) };
}

function shown(body: string): string {
  return formattedText(messageOf(body))?.text ?? '';
}

/** What a browser shows of markup that holds nothing but plain elements and escaped text, without white space. */
function seen(markup: string): string {
  return characters(
    markup
      .replace(/<[^<>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&#96;', '`')
      .replaceAll('&amp;', '&'),
  );
}

/** A text without white space, the marks of lists and quotations, and the addresses of links. */
function characters(text: string): string {
  return text.replace(/\[?https:\/\/shop\.example\/a\]?/g, '').replace(/[\s*>]/g, '');
}

/** What breaks the markup around it, in one program's reading or another's. */
const breaking = [
  ...['<', '>', '</', '<!--', '-->', '--!>', '<![CDATA[', ']]>', '<?', '<!x', '&', '"', "'", '<b title="'],
  ...['<limit', 'usage<limit', '<3', '<redacted by me>', '<a href="https://shop.example/a">', '</a>', '<br>'],
  ...['<textarea>', '</textarea>', '<script>', '</script>', '<style>', '</style>', '<title>', '</title>'],
  ...['<xmp>', '</xmp>', '<option>', '</option>', '<noscript>', '</noscript>', '<iframe>', '</iframe>'],
  ...[
    '<!--[if !mso]><!-->',
    '<!--<![endif]-->',
    '<b title="a < b">',
    '<i object>',
    '</p class="a">',
    '<td nowrap>',
  ],
  ...[
    '<please refund>',
    '<please>',
    '</rant>',
    '<en-note a="b">',
    '</en-note>',
    '<https://shop.example/b/>',
    '<o:p>',
  ],
  ...['<p>', '</p>', '<div>', '</div>', '<b>', '</b>', '<ul>', '<li>', '</ul>', '<blockquote>'],
  ...['<table>', '<tr>', '<td>', '</table>', '<svg>', '</svg>', '<plaintext>', '<template>'],
];

describe('the text of a record', () => {
  it.each([
    '<p>My bill is wrong: usage<limit but you charged me. I object.</p>',
    '<p>Dear all,<br>price <100 EUR was promised. I want 30% back.</p>',
    '<p>Hello</p><textarea>I object to this.</textarea>',
    '<p>Hello <!-- I object > to this</p><p>and</p>',
    '<p>Hello <b title="I object> to this</p><p>and "that"</p>',
    '<p>Hello <![CDATA[I object to <b>this</b> and that]]></p>',
    '<p>Hello <?I object> to </3 of this> and <all of that></p>',
    '<p>Hello</p><script>I object to this.</script>',
    '<p>Dear all, <please refund> <me>, see <https://shop.example/b> </rant></p>',
    '<p>Hello</p><select><option>I object</select>',
    `<p>Hello</p>${'<div>'.repeat(50)}deep<img src="https://shop.example/a" alt="a cat"> and deeper`,
  ])('shows every word of %j', (body) => {
    expect(seen(shown(body))).toContain(characters(plainText(body)));
  });

  it.each([
    ['<p>Hello <b>Ada</b></p><ol start="3"><li>one</li></ol>', '<div>Hello <b>Ada</b></div>'],
    [
      '<p>see <a href="https://shop.example/a?b=1&amp;c=2">it</a></p>',
      'href="https://shop.example/a?b=1&amp;c=2"',
    ],
    ['<p>see <a href="javascript:alert(1)">it</a> <b>now</b></p>', '<b>now</b>'],
    ['<p>so <img src="data:image/png;base64,AA==" alt="a cat"></p>', '[Picture: a cat]'],
    ['<table><tr><td>one</td><td>two</td></tr></table><hr>', '<span>one</span> <span>two</span>'],
    ['<!--[if !mso]><!--><p>Hello <b>Ada</b></p><!--<![endif]-->', '<div>Hello <b>Ada</b></div>'],
    ['<p>Hello <b>Ada</b><input disabled checked></p class="a">', '<div>Hello <b>Ada</b></div>'],
    ['<table><tr><th>one<td>two', '<span>one</span> <span>two</span>'],
    ['<h2>Title</h2><blockquote>quoted</blockquote>&nbsp;&eacute;', '<blockquote>quoted</blockquote>'],
  ])('keeps the formatting of %j', (body, formatting) => {
    expect(shown(body)).toContain(formatting);
  });

  it.each([
    ['<p>Hello</p><!-- I object -->', true],
    ['<p>Hello</p><!-- I <!-- object', false],
    ['<!--[if mso]><p>x</p><![endif]--><p>Hello</p><!----><!-- 12 -->', false],
    ['<!--[if !mso]><!--><p>Hello</p><!--<![endif]-->', false],
    ['<!--[if !mso]><!-- --><p>Hello</p><!-- <![endif]-->', false],
  ])('says where remarks in the source are: %j', (body, isSaid) => {
    expect(shown(body).includes('The data files')).toBe(isSaid);
    expect(seen(shown(body))).toContain(characters(plainText(body)));
  });

  it('leaves no control character that an entity stands for', () => {
    expect(shown('<p>a&#x202E;b&#1;c <a href="java&#x202E;script:alert(1)">d</a></p>')).not.toMatch(
      /[\u202E\u0001]|javascript:[^\]]*"/,
    );
  });

  it('shows every character of it, however its markup is broken', () => {
    const word = fc.stringMatching(/^[a-z0-9%.,]{1,8}$/);
    const part = fc.oneof(word, word, fc.constantFrom(...breaking), fc.constant(' '));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const body = `<p>${parts.join('')}</p>`;
        const text = plainText(body);
        fc.pre(text.trim() !== '');
        expect(seen(shown(body).replace(/<p class="quiet">[^<]*<\/p>/, ''))).toBe(characters(text));
      }),
      { numRuns: 1_000 },
    );
  });
});
