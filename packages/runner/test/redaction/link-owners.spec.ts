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
});
