import type { Json, Person } from '@privacy-connectors/core';
import { describe, expect, it } from '@jest/globals';
import { attachment, conversation, message } from '../package/support/chat-records.js';
import { all, redactedSection } from './support.js';

const jane: Person = { kind: 'subject', names: ['Jane Doe'], identifiers: [] };
const mara: Person = { kind: 'agent', names: ['Mara Weiss'], identifiers: [] };
const paul: Person = { kind: 'other_person', names: ['Paul Stone'], identifiers: [] };

describe('a redacted connection', () => {
  it('leaves no link to a file that it withholds, and of a media type what names nobody', async () => {
    const url = 'https://files.example/x.png?signature=abc';
    const data = {
      ...{ attachments: [{ url, name: 'x.png' }], author: { avatar: url } },
      body: `<p>See <img alt="x" src="${url}"> at <a href="https://shop.example/">the shop</a></p>`,
    };
    const author = (kind: 'other_person' | 'agent' | 'subject') => ({
      author: { kind, internal: false },
      data,
    });
    const mediaType = 'application/pdf; name="Anna Lindqvist.pdf"';
    const section = redactedSection([
      ...[conversation('k', 'c'), message('1', 'k', author('other_person'))],
      ...[message('2', 'k', author('agent')), message('3', 'k', author('subject'))],
      { ...attachment('a1', '1', 'x'), file: { name: 'x', mediaType } },
      { ...attachment('a2', '2', 'x'), file: { name: 'x', mediaType } },
      { ...attachment('a3', '3', 'x'), file: { name: 'x', mediaType: 'Anna Lindqvist' } },
    ]);
    const [stranger, ...others] = await all(section.records('messages'));
    expect(stranger?.data).toEqual({
      ...{ attachments: [{ url: '[link withheld]', name: 'x.png' }], author: { avatar: '[link withheld]' } },
      body: '<p>See <img alt="x" src="about:blank"> at <a href="https://shop.example/">the shop</a></p>',
    });
    expect(stranger?.redaction?.replaced).toEqual([{ reason: 'other_person', count: 3 }]);
    expect(others.map((each) => each.data)).toEqual([data, data]);
    const types = (await all(section.records('attachments'))).map(({ file }) => file?.mediaType);
    expect(types).toEqual(['application/pdf', 'application/pdf', 'application/octet-stream']);
  });

  it('leaves no link to a file of somebody else in what nobody wrote', async () => {
    const url = 'https://files.example/x?signature=abc';
    const image = `<p><img src="${url}"></p>`;
    const data = {
      photo: url,
      participants: [
        { name: 'Paul Stone', avatar: { url }, about: image },
        { name: 'Mara Weiss', avatar: url },
        { name: 'Jane Doe', avatar: url, friend: 'Paul Stone' },
        { name: 'Nobody Known', avatar: url },
      ],
      first: { author: { name: 'Paul Stone' }, files: [{ url, name: 'scanPaulStone2024.pdf' }] },
    };
    const people = [jane, mara, paul];
    const section = redactedSection([{ ...conversation('k', 'c'), people, data }]);
    const [record] = await all(section.records('conversations'));
    expect(record?.data).toEqual({
      photo: url,
      participants: [
        {
          name: 'Person 1',
          avatar: { url: '[link withheld]' },
          about: '<p><img src="about:blank"></p>',
        },
        { name: 'Agent 1', avatar: url },
        { name: 'Jane Doe', avatar: url, friend: 'Person 1' },
        { name: 'Nobody Known', avatar: url },
      ],
      first: { author: { name: 'Person 1' }, files: [{ url: '[link withheld]', name: 'scanPerson 1.pdf' }] },
    });
  });

  it('reads a record that nests without end as deep as anybody would', async () => {
    const levels = 20_000;
    const data = JSON.parse(`${'['.repeat(levels)}"Paul Stone"${']'.repeat(levels)}`) as Json;
    const section = redactedSection([{ ...conversation('k', 'c'), data }]);
    const [record] = await all(section.records('conversations'));
    expect(JSON.stringify(record?.data)).toBe(`${'['.repeat(201)}null${']'.repeat(201)}`);
  });
});
