import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '@privacy-connectors/core';
import { fieldList } from './fields.js';
import { categoryLabel, fieldLabel } from './label.js';

const shown = (data: Json) => fieldList(data).text;

describe('fields of a record', () => {
  it('shows epoch milliseconds as a time only under a name that speaks of one', () => {
    expect(shown({ last_active: 1_700_000_000_000 })).toContain(
      '<time datetime="2023-11-14T22:13:20.000Z">14 Nov 2023, 22:13 UTC</time>',
    );
    expect(shown({ account: 1_700_000_000_000 })).toContain('>1700000000000<');
    expect(shown({ createdAt: 1_700_000_000 })).toContain('>1700000000<');
  });

  it('opens JSON that was packed into a string, and leaves other text alone', () => {
    expect(shown({ place: '{"city":"Lyon"}' })).toMatch(/<dt[^>]*>City<\/dt><dd[^>]*>Lyon</);
    expect(shown({ place: '{not json' })).toContain('{not json');
  });

  it('names the fields without a value', () => {
    expect(shown({ company: null, tags: [], a: '', b: 0, c: false })).toMatch(
      /<dt[^>]*>B<.*>0<.*\n.*>C<.*>No<.*\n.*Without a value: Company, Tags, A</,
    );
  });

  it('prints every scalar of any JSON, and balanced elements', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 12 }), (value) => {
        const text = shown(value as Json);
        for (const element of ['dl', 'div', 'dd', 'ul', 'li']) {
          expect(text.split(`<${element}`).length - text.split(`<${element} `).length).toBeGreaterThanOrEqual(
            0,
          );
          expect(count(text, new RegExp(`<${element}[ >]`, 'g'))).toBe(
            count(text, new RegExp(`</${element}>`, 'g')),
          );
        }
      }),
    );
  });
});

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

describe('labels', () => {
  it.each([
    ['recent_entrance_page_url', 'Recent entrance page URL'],
    ['externalId', 'External ID'],
    ['_END_USER_VERSION', 'End user version'],
    ['', '(no name)'],
    ['___', '___'],
  ])('%j reads %j', (name, label) => {
    expect(fieldLabel(name)).toBe(label);
  });

  it.each([
    ['user.contact.phone_number', 'Phone number'],
    ['user.content.private', 'What you wrote or shared in private'],
    ['user.pets.cat_name', 'Cat name'],
    ['user.pets.private', 'Private pets'],
  ])('%s reads %s', (category, label) => {
    expect(categoryLabel(category)).toBe(label);
  });
});
