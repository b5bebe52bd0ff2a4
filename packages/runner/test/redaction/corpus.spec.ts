import {
  corpusLanguages,
  corpusThreads,
  leaksIn,
  lostIn,
  type CorpusMessage,
  type CorpusThread,
} from '@privacy-connectors/conformance/corpus';
import type { DataRecord, Json } from '@privacy-connectors/core';
import { plainText } from '@privacy-connectors/core/text';
import { describe, expect, it } from '@jest/globals';
import { formattedText } from '../../src/package/html/formatted.js';
import type { PackageRecord } from '../../src/package/package-source.js';
import { all, redactedSection, textsIn } from './support.js';

/** What became of a message. */
interface Scored {
  readonly leaks: readonly string[];
  readonly lost: readonly string[];
  readonly identifiers: number;
  readonly sentences: number;
}

async function scoredThread(
  thread: CorpusThread,
  written = (record: DataRecord) => record,
): Promise<readonly Scored[]> {
  const records = [
    { ...thread.record, resource: 'conversations' },
    ...thread.messages.map(({ record }) => ({ ...written(record), resource: 'messages' })),
  ];
  const { identifiers } = thread.subject;
  const section = redactedSection(records, { subject: identifiers });
  const redacted = await all(section.records('messages'));
  return redacted.map((record, index) => scored(thread.messages[index]!, record));
}

function scored(message: CorpusMessage, record: PackageRecord): Scored {
  const page = formattedText(record)?.text ?? '';
  const texts = [...textsIn({ ...record } as unknown as Json), page];
  const kept = record.redaction?.withheld === undefined ? [...message.sentences, ...message.own] : [];
  const { body } = record.data as { readonly body?: string };
  const faces = [record.text ?? '', page, ...(message.html === undefined ? [] : [body ?? ''])];
  const everywhere = message.thirdParty;
  return {
    leaks: texts.flatMap((text) => leaksIn(text, everywhere).map(({ surface }) => `${surface} <- ${text}`)),
    lost: faces.flatMap((text) => lostIn(text, kept).map(({ words }) => `${words.join('#')} <- ${text}`)),
    identifiers: everywhere.length,
    sentences: kept.length,
  };
}

/** The mails as they are sent by a widget that takes for markup what people type. */
function unescaped(record: DataRecord): DataRecord {
  const { body, ...data } = record.data as { readonly [name: string]: Json };
  if (typeof body !== 'string' || !body.startsWith('<')) return record;
  const broken = body.replaceAll('<p>', '<p>usage<limit ');
  return { ...record, data: { ...data, body: broken }, text: plainText(broken) };
}

describe('the corpus of conversations of several people', () => {
  it.each(corpusLanguages)(
    'in %s leaks nobody and loses no sentence of the data subject',
    async (language) => {
      const scores: Scored[] = [];
      for (const thread of corpusThreads({ seed: 7, threads: 25, languages: [language] })) {
        scores.push(...(await scoredThread(thread)));
      }
      const sum = (of: (score: Scored) => number) => scores.reduce((total, score) => total + of(score), 0);
      const figures = {
        identifiers: sum(({ identifiers }) => identifiers),
        leaks: sum(({ leaks }) => leaks.length),
        sentences: sum(({ sentences }) => sentences),
        lost: sum(({ lost }) => lost.length),
      };
      process.stdout.write(`redaction corpus, ${language}: ${JSON.stringify(figures)}\n`);
      expect(
        scores
          .flatMap(({ leaks }) => leaks)
          .slice(0, 8)
          .map((each) => each.slice(0, 900)),
      ).toEqual([]);
      expect(
        scores
          .flatMap(({ lost }) => lost)
          .slice(0, 8)
          .map((each) => each.slice(0, 900)),
      ).toEqual([]);
      expect(figures.identifiers).toBeGreaterThan(100);
      expect(figures.sentences).toBeGreaterThan(100);
    },
  );

  it('loses none in the pages either where what was typed breaks the markup', async () => {
    const scores: Scored[] = [];
    for (const thread of corpusThreads({ seed: 11, threads: 10, languages: corpusLanguages })) {
      scores.push(...(await scoredThread(thread, unescaped)));
    }
    expect(scores.flatMap(({ lost }) => lost).slice(0, 8)).toEqual([]);
    expect(scores.length).toBeGreaterThan(50);
  });
});
