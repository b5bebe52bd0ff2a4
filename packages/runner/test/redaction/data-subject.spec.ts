import type { Person } from '@privacy-connectors/core';
import { describe, expect, it } from '@jest/globals';
import { PackageStream } from '../../src/package/package-stream.js';
import { conversation, message } from '../package/support/chat-records.js';
import { request } from '../package/support/memory-source.js';
import { all, redactedSection } from './support.js';

const paul: Person = { kind: 'other_person', names: ['Paul Stone'], identifiers: [] };
const jane: Person = { kind: 'subject', names: ['Jane Doe'], identifiers: [] };

describe('a redacted connection', () => {
  it.each<readonly [string, Person]>([
    ['phone number', { ...paul, identifiers: [{ kind: 'phone', value: '+1 415 555 0100' }] }],
    ['phone number that is none', { ...paul, identifiers: [{ kind: 'phone', value: 'n/a' }] }],
    ['number as an agent', { ...paul, kind: 'agent', identifiers: [{ kind: 'user_id', value: '42' }] }],
  ])('takes nobody for the data subject who has the same %s', async (_, stranger) => {
    const known: Person['identifiers'] = [
      { kind: 'phone', value: '+14155550100' },
      { kind: 'phone', value: '-' },
    ];
    const owner: Person = { ...jane, identifiers: [...known, { kind: 'user_id', value: '42' }] };
    const thread = [
      { ...conversation('k', 'c'), people: [owner, stranger] },
      message('1', 'k', { text: 'Paul Stone and Jane Doe.' }),
    ];
    const [record] = await all(redactedSection(thread, { subject: known }).records('messages'));
    expect(record?.text).toMatch(/^(?:Person|Agent) 1 and Jane Doe\.$/);
  });

  it('knows the data subject by an e-mail address, also among agents, whose ids prove nothing', async () => {
    const email = { kind: 'email', value: 'jane@home.example' } as const;
    const id = { kind: 'user_id', value: '42' } as const;
    const thread = [
      {
        ...conversation('k', 'c'),
        people: [
          { kind: 'agent', names: ['Jane Dee'], identifiers: [email, id] },
          { ...paul, identifiers: [id] },
        ] satisfies Person[],
      },
      message('1', 'k', { text: 'Paul Stone and Jane Dee.' }),
    ];
    const [record] = await all(redactedSection(thread, { subject: [email] }).records('messages'));
    expect(record?.text).toBe('Person 1 and Jane Dee.');
  });

  it('is part of the version of a package: who it is may change with the connection', () => {
    const version = (subject: Person['identifiers']) =>
      new PackageStream({ request, sections: [redactedSection([conversation('k', 'c')], { subject })] })
        .version;
    const known = version([{ kind: 'external_id', value: 'c-1' }]);
    expect(known).not.toBe(version([]));
    expect(known).toBe(version([{ kind: 'external_id', value: 'c-1' }]));
  });
});
