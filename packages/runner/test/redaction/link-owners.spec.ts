import type { Json, Person } from '@privacy-connectors/core';
import { describe, expect, it } from '@jest/globals';
import { conversation } from '../package/support/chat-records.js';
import { all, redactedSection } from './support.js';

const url = 'https://files.example/x?signature=abc';
const withheld = '[link withheld]';
const person = (kind: Person['kind'], name: string): Person => ({ kind, names: [name], identifiers: [] });
const people = [
  person('subject', 'Jane Smith'),
  person('other_person', 'Anna Kowalska'),
  person('agent', 'Mara Weiss'),
  person('other_person', 'Élodie Lefèvre'),
];

async function redacted(data: { readonly [name: string]: Json }): Promise<Json | undefined> {
  const [record] = await all(
    redactedSection([{ ...conversation('k', 'c'), people, data }]).records('conversations'),
  );
  return record?.data;
}

const written = (by: Json, ...within: Json[]) => ({ author: { name: by }, files: [{ url }], parts: within });

describe('links in what nobody in particular wrote', () => {
  it('stay where the data subject wrote, within the object of somebody else', async () => {
    const data = written(
      'Anna Kowalska',
      written('Jane Smith', written('Anna Kowalska')),
      written('Mara Weiss'),
    );
    expect(await redacted(data)).toEqual({
      author: { name: 'Person 1' },
      files: [{ url: withheld }],
      parts: [
        {
          author: { name: 'Jane Smith' },
          files: [{ url }],
          parts: [{ author: { name: 'Person 1' }, files: [{ url: withheld }], parts: [] }],
        },
        { author: { name: 'Agent 1' }, files: [{ url }], parts: [] },
      ],
    });
  });

  it('are withheld where the object of somebody else only mentions the data subject, or others wrote too', async () => {
    const both = { from: { name: 'Anna Kowalska' }, contact: { name: 'Jane Smith' }, url };
    const data = { author: { name: 'Anna Kowalska' }, parts: [{ name: 'Jane Smith', url }, both] };
    expect(await redacted(data)).toMatchObject({ parts: [{ url: withheld }, { url: withheld }] });
  });

  it('stay where somebody is what it is about', async () => {
    const data = { title: 'Anna', link: 'https://shop.example/my-own-order' };
    expect(await redacted(data)).toEqual({ ...data, title: 'Person 1' });
  });

  it.each<[string, { readonly [name: string]: Json }]>([
    ['with entities', { author: { name: '&Eacute;lodie Lef&egrave;vre' } }],
    ['encoded for a URL', { author: { name: '%C3%89lodie%20Lef%C3%A8vre' } }],
    ['encoded, of an object', { name: '&Eacute;lodie Lef&egrave;vre' }],
    ['with pronouns', { author: { name: 'Anna Kowalska (she/her)' } }],
    ['with pronouns, as a value', { uploaded_by: 'Anna Kowalska (she/her)' }],
    ['in a list', { from: [{ name: 'Anna Kowalska' }] }],
    ['in a list of names', { from: ['Anna Kowalska'] }],
    ['of who works on it', { assignee: { name: 'Anna Kowalska' } }],
    [
      'beside a note about the data subject',
      { author: { name: 'Anna Kowalska', about: 'knows Jane Smith' } },
    ],
  ])('are withheld for an author whose name is written %s', async (_, object) => {
    expect(await redacted({ ...object, avatar: url })).toMatchObject({ avatar: withheld });
  });

  it('stay where the data subject wrote, however the name is written', async () => {
    const data = { author: { name: 'Jane Smith', about: 'married to Anna Kowalska' }, avatar: url };
    expect(await redacted(data)).toMatchObject({ avatar: url });
    expect(await redacted({ author: { name: '%4Aane Smith (she/her)' }, avatar: url })).toMatchObject({
      avatar: url,
    });
  });
});
