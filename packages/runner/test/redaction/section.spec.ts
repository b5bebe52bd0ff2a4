import type { Person } from '@privacy-connectors/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PackageRecord } from '../../src/package/package-source.js';
import { Overrides } from '../../src/redaction/overrides.js';
import { checkPolicy } from '../../src/redaction/policy.js';
import { attachment, contact, conversation, message } from '../package/support/chat-records.js';
import { all, redactedSection, textsIn, type GivenRules } from './support.js';

const mara: Person = {
  kind: 'agent',
  names: ['Mara Weiss'],
  identifiers: [
    { kind: 'user_id', value: '70001' },
    { kind: 'email', value: 'mara@desk.example' },
  ],
};
const paul: Person = { kind: 'other_person', names: ['Paul Stone'], identifiers: [] };
const jane: Person = { kind: 'subject', names: ['Jane Doe'], identifiers: [] };

const head: PackageRecord = { ...conversation('k1', 'c1'), people: [mara, paul] };
const records: readonly PackageRecord[] = [
  { ...contact('c1', { name: 'Jane Doe' }), people: [jane] },
  head,
  message('own', 'k1', {
    text: 'Mara told Paul Stone, says Jane Doe.',
    data: { body: 'Mara told Paul Stone.' },
  }),
  message('agent', 'k1', {
    author: { kind: 'agent', name: 'Mara Weiss', internal: false },
    text: 'I am Mara, mail x@y.example.',
    data: { author: 70001, 'mara@desk.example': { seen: true }, nested: [{ by: 'MARA WEISS' }], ok: 12 },
  }),
  message('note', 'k1', {
    author: { kind: 'agent', internal: true },
    text: 'A secret of nobody.',
    title: 'Secret title',
    data: { body: 'A secret of nobody.' },
  }),
  message('other', 'k1', {
    author: { kind: 'other_person', name: 'Paul Stone', internal: false },
    text: 'Me too.',
  }),
  attachment('a-own', 'own', 'me.png'),
  attachment('a-agent', 'agent', 'from Mara Weiss.pdf'),
  attachment('a-note', 'note', 'secret.pdf'),
  attachment('a-other', 'other', 'paul.png'),
  attachment('a-nobody', 'gone', 'x.png'),
];
const files = new Map(
  ['a-own', 'a-agent', 'a-note', 'a-other', 'a-nobody'].map((id) => [id, Buffer.from(id)]),
);

async function redacted(
  resource: string,
  given: GivenRules = {},
): Promise<ReadonlyMap<string, PackageRecord>> {
  const section = redactedSection(records, { ...given, files });
  return new Map((await all(section.records(resource))).map((record) => [record.id, record]));
}

async function filesOf(given: GivenRules = {}): Promise<readonly string[]> {
  const section = redactedSection(records, { ...given, files });
  const open = await Promise.all(
    [...files.keys()].map(async (id) => ((await section.file('attachments', id)) === null ? [] : [id])),
  );
  return open.flat();
}

describe('a redacted connection', () => {
  it('replaces people everywhere in the record, and says so', async () => {
    const { data, text, author, redaction, people } = (await redacted('messages')).get('agent')!;
    expect({ data, text, author, people }).toEqual({
      data: { author: 'Agent 1', 'Agent 1': { seen: true }, nested: [{ by: 'Agent 1' }], ok: 12 },
      text: 'I am Agent 1, mail [e-mail address].',
      author: { kind: 'agent', name: 'Agent 1', internal: false },
      people: undefined,
    });
    expect(redaction).toEqual({
      replaced: [
        { reason: 'agent', count: 3 },
        { reason: 'unknown_person', count: 1 },
      ],
      basis: 'GDPR Art. 15(4)',
    });
  });

  it('keeps the words of the data subject', async () => {
    expect((await redacted('messages')).get('own')?.text).toBe('Agent 1 told Person 1, says Jane Doe.');
  });

  it('leaves a place for what it withholds, and nothing of it', async () => {
    const { redaction, ...note } = (await redacted('messages')).get('note')!;
    expect(note).toEqual({
      resource: 'messages',
      id: 'note',
      parent: { resource: 'conversations', id: 'k1' },
      occurredAt: 1_763_111_100_000,
      author: { kind: 'agent', internal: true },
      data: { withheld: 'internal_note', basis: 'GDPR Art. 15(4)' },
      text: 'Withheld: internal note (GDPR Art. 15(4)).',
    });
    expect(redaction?.withheld).toBe('internal_note');
  });

  it('hands over the files of the data subject and of agents, and no others', async () => {
    expect(await filesOf()).toEqual(['a-own', 'a-agent']);
    const attachments = await redacted('attachments');
    expect(attachments.get('a-agent')?.file?.name).toBe('from Agent 1.pdf');
    expect([...attachments.values()].map(({ redaction }) => redaction?.withheld)).toEqual([
      undefined,
      undefined,
      'internal_note',
      'other_person',
      'unknown_author',
    ]);
    expect(textsIn(JSON.parse(JSON.stringify([...attachments.values()])) as never).join()).not.toMatch(
      /secret|paul/,
    );
  });

  it('loses a name that is joined to a member name', async () => {
    const data = { marstone: 1, paulstone: { maraweiss: 'x' }, paul: 2, janedoe: 3 };
    const section = redactedSection([{ ...records[0]! }, head, message('1', 'k1', { data })]);
    const [record] = await all(section.records('messages'));
    expect(record?.data).toEqual({ marstone: 1, 'Person 1': { 'Agent 1': 'x' }, paul: 2, janedoe: 3 });
  });

  it('follows the policy of the connection', async () => {
    const policy = checkPolicy({ agent: 'export', other_person: 'withhold', internal_note: 'export' });
    const messages = await redacted('messages', { policy });
    expect(messages.get('agent')?.text).toBe('I am Mara, mail x@y.example.');
    expect(messages.get('note')?.text).toBe('A secret of nobody.');
    expect(messages.get('other')?.redaction?.withheld).toBe('other_person');
    expect(messages.get('own')?.text).toBe('Mara told Person 1, says Jane Doe.');
    expect(await filesOf({ policy })).toEqual(['a-own', 'a-agent', 'a-note']);
  });

  it('follows what a person decided about a record', async () => {
    const decide = (id: string, mode: 'export' | 'withhold') => {
      return {
        place: { resource: 'messages', id },
        mode,
        reason: '',
        decidedBy: 'cli',
        decidedAt: new Date(),
      };
    };
    const overrides = new Overrides([decide('note', 'export'), decide('own', 'withhold')]);
    const messages = await redacted('messages', { overrides });
    expect(messages.get('note')).toMatchObject({ text: 'A secret of nobody.', title: 'Secret title' });
    expect(messages.get('own')?.redaction?.withheld).toBe('operator');
    expect(await filesOf({ overrides })).toEqual(['a-agent']);
    expect(overrides.version).not.toBe(new Overrides([]).version);
  });

  it('gives people the same label in every thread', async () => {
    const section = redactedSection([
      { ...conversation('k1', 'c1'), people: [mara] },
      { ...conversation('k2', 'c1'), people: [{ kind: 'agent', names: ['Ole Berg'], identifiers: [] }] },
      { ...conversation('k3', 'c1'), people: [{ ...mara, names: ['M. Weiss'] }] },
      message('1', 'k1', { text: 'Mara' }),
      message('2', 'k2', { text: 'Ole, not Mara' }),
      message('3', 'k3', { text: 'Weiss' }),
    ]);
    const texts = (await all(section.records('messages'))).map(({ text }) => text);
    expect(texts).toEqual(['Agent 1', 'Agent 2, not Mara', 'Agent 1']);
  });

  it('leaks no name, whoever it is', async () => {
    const word = fc
      .stringMatching(/^[A-ZÄÖÜÉŁŚ][a-zäöüéèçñłśóß]{3,9}$/u)
      .filter((each) => !/agent/i.test(each));
    const name = fc.tuple(word, word).filter(([one, other]) => one !== other);
    await fc.assert(
      fc.asyncProperty(name, fc.constantFrom('', 's', '’s'), async ([given, family], ending) => {
        const person: Person = { kind: 'agent', names: [`${given} ${family}`], identifiers: [] };
        const text = [
          `Ask ${given}${ending} now.`,
          `${family}, ${given} said so.`,
          `${given.toUpperCase()} ${family.toUpperCase()}!`,
          `<b>${given.slice(0, 2)}</b>${given.slice(2)} ${family}`,
          `${given.normalize('NFD')}\u200B ${family}`,
        ].join('\n');
        const section = redactedSection([
          { ...conversation('k', 'c'), people: [person] },
          message('1', 'k', { text }),
        ]);
        const [record] = await all(section.records('messages'));
        const left = (record?.text ?? '')
          .replace(/<\/?b>/g, '')
          .normalize('NFC')
          .toLowerCase();
        expect(left).not.toContain(given.toLowerCase());
        expect(left).not.toContain(family.toLowerCase());
        expect(left.match(/agent 1/g)).toHaveLength(5);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    [{ agent: 'hide' }, /must be one of export, redact, withhold/],
    [{ visitor: 'export' }, /one of subject, agent, bot/],
    [{ subject: 'withhold' }, /always handed over/],
  ])('refuses the policy %j', (given, problem) => {
    expect(() => checkPolicy(given)).toThrow(problem);
  });
});
