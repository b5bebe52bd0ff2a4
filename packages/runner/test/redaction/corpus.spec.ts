import {
  corpusLanguages,
  corpusThreads,
  leaksIn,
  lostIn,
  type CorpusMessage,
  type CorpusThread,
} from '@privacy-connectors/conformance/corpus';
import type { Json } from '@privacy-connectors/core';
import { describe, expect, it } from '@jest/globals';
import type { PackageRecord } from '../../src/package/package-source.js';
import { all, redactedSection, textsIn } from './support.js';

/** What became of a message. */
interface Scored {
  readonly leaks: readonly string[];
  readonly lost: readonly string[];
  readonly identifiers: number;
  readonly sentences: number;
}

async function scoredThread(thread: CorpusThread): Promise<readonly Scored[]> {
  const records = [
    { ...thread.record, resource: 'conversations' },
    ...thread.messages.map(({ record }) => ({ ...record, resource: 'messages' })),
  ];
  const { identifiers } = thread.subject;
  const section = redactedSection(records, { subject: identifiers });
  const redacted = await all(section.records('messages'));
  return redacted.map((record, index) => scored(thread.messages[index]!, record));
}

function scored(message: CorpusMessage, record: PackageRecord): Scored {
  const texts = textsIn({ ...record } as unknown as Json);
  const kept = record.redaction?.withheld === undefined ? [...message.sentences, ...message.own] : [];
  const { body } = record.data as { readonly body?: string };
  const faces = [record.text ?? '', ...(message.html === undefined ? [] : [body ?? ''])];
  const everywhere = message.thirdParty;
  return {
    leaks: texts.flatMap((text) => leaksIn(text, everywhere).map(({ surface }) => `${surface} <- ${text}`)),
    lost: faces.flatMap((text) => lostIn(text, kept).map(({ words }) => `${words.join('#')} <- ${text}`)),
    identifiers: everywhere.length,
    sentences: kept.length,
  };
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
});
