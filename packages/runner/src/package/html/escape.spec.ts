import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeHtml } from './escape.js';
import { markup } from './markup.js';

const special = ['<', '>', '&', '"', "'", '`', '/', '\u0000', '\u202E', '\u2066', '\r', '\n', '\uD800'];
const character = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.constantFrom(...special),
);
const text = fc.array(character).map((characters) => characters.join(''));

describe('escaped text', () => {
  it('cannot end the element or the attribute it stands in, nor reorder what follows', () => {
    fc.assert(
      fc.property(text, (given) => {
        const escaped = escapeHtml(given);
        expect(escaped).not.toMatch(/[<>"'`\r\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\t\n]|\p{Cs}/u);
        expect(escaped.replace(/&(?:amp|lt|gt|quot|#39|#96);/g, '')).not.toContain('&');
      }),
    );
  });

  it('leaves ordinary text of every script alone', () => {
    expect(escapeHtml('Grüße, مرحبا, 你好 👋\tx\ny')).toBe('Grüße, مرحبا, 你好 👋\tx\ny');
  });
});

describe('markup', () => {
  it('escapes values but neither markup nor lists of it', () => {
    const inner = markup`<b>${'<i>'}</b>`;
    expect(markup`<p title="${'"x"'}">${[inner, inner]}${undefined}${1}</p>`.text).toBe(
      '<p title="&quot;x&quot;"><b>&lt;i&gt;</b><b>&lt;i&gt;</b>1</p>',
    );
  });
});
