import type { Person } from '@privacy-connectors/core';
import { describe, expect, it } from '@jest/globals';
import type { PackageRecord } from '../../src/package/package-source.js';
import { Threads } from '../../src/redaction/threads.js';
import { chatResources, contact, conversation, message } from '../package/support/chat-records.js';
import { storedRecords } from './support.js';

const jane: Person = { kind: 'subject', names: ['Jane Doe'], identifiers: [] };
const mara: Person = { kind: 'agent', names: ['Mara Weiss'], identifiers: [] };

/** Reads the thread of every record, one after the other, and counts what had to be looked up for that. */
async function readThreads(records: readonly PackageRecord[]) {
  const section = storedRecords({ resources: [...chatResources, events, details], records });
  const looks = { find: 0, children: 0 };
  const threads = new Threads({
    ...section,
    find: ({ resource, id }) => {
      looks.find += 1;
      return Promise.resolve(records.find((record) => record.resource === resource && record.id === id));
    },
    children: (resource, parent) => {
      looks.children += 1;
      return section.children(resource, parent);
    },
  });
  const people: (readonly Person[])[] = [];
  for (const record of records) people.push((await threads.of(record)).people);
  return { people, looks };
}

const events = { name: 'events', title: 'Events', parent: 'contacts' };
const details = { name: 'details', title: 'Details', parent: 'events' };
const owner = { ...contact('c1'), people: [jane] };

describe('threads of many records', () => {
  it('without an author need one look at what they hang on', async () => {
    const parent = { resource: 'contacts', id: 'c1' };
    const many = Array.from({ length: 500 }, (_, number) => ({
      ...{ resource: 'events', id: `e${number}`, data: {}, parent },
      people: [mara],
    }));
    const { people, looks } = await readThreads([owner, ...many]);
    expect(people.slice(1)).toEqual(many.map(() => [mara, jane]));
    expect(looks).toEqual({ find: 1, children: 0 });
  });

  it('of a conversation know the people of all its messages', async () => {
    const agent = { author: { kind: 'agent', name: 'Mara Weiss', internal: false } } as const;
    const records = [owner, conversation('k1', 'c1'), message('m1', 'k1'), message('m2', 'k1', agent)];
    const { people, looks } = await readThreads(records);
    expect(people.slice(1)).toEqual(records.slice(1).map(() => [jane, mara]));
    expect(looks).toEqual({ find: 2, children: 1 });
  });
});
