import type { Person } from '@privacy-connectors/core';
import { describe, expect, it } from '@jest/globals';
import { conversation, message } from '../package/support/chat-records.js';
import { all, redactedSection } from './support.js';

const id = { kind: 'user_id', value: '70001' } as const;
const byId: Person = { kind: 'other_person', names: [], identifiers: [id] };
const named: Person = {
  kind: 'other_person',
  names: ['Paul Stone'],
  identifiers: [id, { kind: 'email', value: 'paul@home.example' }],
};
const text = 'Paul Stone said so, write to paul@home.example.';

describe('somebody whom a thread names by id alone', () => {
  it('is known there by the name and the address that another thread has, whichever is read first', async () => {
    const section = redactedSection([
      { ...conversation('k1', 'c'), people: [byId] },
      { ...conversation('k2', 'c'), people: [named] },
      message('1', 'k1', { text }),
      message('2', 'k2', { text }),
    ]);
    const texts = (await all(section.records('messages'))).map((record) => record.text);
    expect(texts).toEqual(Array.from({ length: 2 }, () => 'Person 1 said so, write to Person 1.'));
  });

  it('does not have the name of somebody with another id', async () => {
    const other = { ...byId, identifiers: [{ kind: 'user_id', value: '70002' }] } as const;
    const section = redactedSection([
      { ...conversation('k1', 'c'), people: [other] },
      { ...conversation('k2', 'c'), people: [named] },
      message('1', 'k1', { text }),
    ]);
    const [record] = await all(section.records('messages'));
    expect(record?.text).toBe(text);
  });

  it('is known by the own name, however many share a number', async () => {
    const agent = (number: number, name: string): Person => ({
      kind: 'agent',
      names: [name],
      identifiers: [
        { kind: 'user_id', value: String(80_000 + number) },
        { kind: 'phone', value: '+49 30 1234560' },
      ],
    });
    const agents = Array.from({ length: 104 }, (_, number) =>
      agent(number, `Colleague Number${String(number)}`),
    );
    const ottilie = agent(104, 'Ottilie Grubenhagen');
    const section = redactedSection([
      { ...conversation('k1', 'c'), people: [...agents, ottilie] },
      {
        ...conversation('k2', 'c'),
        people: [{ ...ottilie, names: [], identifiers: ottilie.identifiers.slice(0, 1) }],
      },
      message('1', 'k2', { text: 'Ottilie Grubenhagen said so.' }),
    ]);
    const [record] = await all(section.records('messages'));
    expect(record?.text).toBe('Agent 1 said so.');
  });
});
