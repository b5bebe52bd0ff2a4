import type { Person } from '@privacy-connectors/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RedactionItemView } from '../../src/application/views/redaction-item-view.js';
import type { PackageRecord } from '../../src/package/package-source.js';
import { labelEverybody } from '../../src/redaction/label-everybody.js';
import { noOverrides } from '../../src/redaction/overrides.js';
import { defaultPolicy } from '../../src/redaction/policy.js';
import { RedactedSection } from '../../src/redaction/redacted-section.js';
import { reviewPage } from '../../src/redaction/review.js';
import { attachment, chatResources, conversation, message } from '../package/support/chat-records.js';
import { all, storedRecords } from './support.js';

/** The sections of a package of these connections, and how many records reviews have read of them. */
function opened(connections: readonly (readonly PackageRecord[])[]) {
  const looks = { read: 0 };
  const stored = connections.map((records, number) => {
    const section = storedRecords({ connection: `c${number}`, resources: chatResources, records });
    const recordsFrom: typeof section.recordsFrom = async function* (resource, first) {
      for await (const each of section.recordsFrom(resource, first)) {
        looks.read += 1;
        yield each;
      }
    };
    return { ...section, recordsFrom };
  });
  const policy = defaultPolicy;
  const labels = labelEverybody(stored.map((each) => ({ stored: each, policy, subject: [] })));
  const rules = { policy, basis: 'GDPR Art. 15(4)', overrides: noOverrides, subject: [] };
  const more = { labels: () => labels, onMade: () => Promise.resolve() };
  return { looks, sections: stored.map((each) => new RedactedSection(each, { ...rules, ...more })) };
}

/** All items, `limit` at a time; gives up when there are more than there can be. */
async function pages(sections: readonly RedactedSection[], limit: number, most: number) {
  const items: RedactionItemView[] = [];
  for (let cursor: string | null | undefined; cursor !== null && items.length <= most;) {
    const page = await reviewPage(sections, cursor ?? null, limit);
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

const agentNames = ['Mara Weiss', 'Ole Berg', 'Noor Haddad', 'Greta Conti'];

/** Conversations that name an agent each, with messages of which some are internal notes, and with files. */
const threads = fc.array(
  fc.record({
    agent: fc.integer({ min: 0, max: 3 }),
    messages: fc.array(fc.constantFrom('plain', 'naming', 'note', 'file'), { maxLength: 6 }),
  }),
  { maxLength: 5 },
);

const connections = fc
  .array(threads, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((each) => each.flatMap((thread, number) => recordsOf(thread, number))));

function recordsOf(
  { agent, messages }: { readonly agent: number; readonly messages: readonly string[] },
  thread: number,
): readonly PackageRecord[] {
  const name = agentNames[agent] ?? '';
  const person: Person = { kind: 'agent', names: [name], identifiers: [] };
  const written = messages.flatMap((kind, number) => {
    const id = `m${thread}-${number}`;
    const note = { author: { kind: 'agent', name, internal: true } } as const;
    const own = message(id, `k${thread}`, { text: kind === 'naming' ? `${name} knows.` : 'Hello.' });
    if (kind === 'note') return [{ ...own, ...note }];
    return kind === 'file' ? [{ ...own, ...note }, attachment(`a${id}`, id, `${name}.pdf`)] : [own];
  });
  return [{ ...conversation(`k${thread}`, 'c'), people: [person] }, ...written];
}

describe('the pages of a review', () => {
  it('hold each record once, and read none again but the first of a page', async () => {
    await fc.assert(
      fc.asyncProperty(connections, fc.integer({ min: 1, max: 4 }), async (given, limit) => {
        const [whole, cut] = [opened(given), opened(given)];
        const { items } = await reviewPage(whole.sections, null, 1_000);
        expect(await pages(cut.sections, limit, items.length)).toEqual(items);
        const turns = Math.max(0, Math.ceil(items.length / limit) - 1);
        expect(cut.looks.read).toBe(given.flat().length + turns);
      }),
    );
  });

  it('label people as a look at one record does, and as the package', async () => {
    await fc.assert(
      fc.asyncProperty(connections, async (given) => {
        const { items } = await reviewPage(opened(given).sections, null, 1_000);
        const texts = await writtenTexts(opened(given).sections);
        for (const { record, labels } of items) {
          expect(await labelsAlone(opened(given).sections, record)).toEqual(labels);
          const text = texts.get(record) ?? '';
          if (text.endsWith('knows.')) expect(text).toBe(`${labels[0]?.label ?? ''} knows.`);
        }
      }),
    );
  });
});

/** The labels that a look at one record has, which is the first that is read. */
async function labelsAlone(sections: readonly RedactedSection[], record: string) {
  const [connection, resource = '', id = ''] = record.split('/');
  const section = sections.find((each) => each.connection === connection);
  return (await section?.reviewOne({ resource, id }))?.labels;
}

/** The texts of all messages as the package has them, by the names of the records. */
async function writtenTexts(sections: readonly RedactedSection[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const section of sections)
    for (const { id, text = '' } of await all(section.records('messages')))
      texts.set(`${section.connection}/messages/${id}`, text);
  return texts;
}
