import { createRandom } from '../simulator/random.js';
import { castOf, personOf } from './cast.js';
import type { CorpusThread } from './corpus-thread.js';
import { english } from './languages/english.js';
import { french } from './languages/french.js';
import { german } from './languages/german.js';
import type { CorpusLanguage, Phrasebook } from './languages/phrasebook.js';
import { polish } from './languages/polish.js';
import { spanish } from './languages/spanish.js';
import { conversationRecord, messageOf, participantsOf } from './records.js';
import { scriptOf } from './script.js';
import { Writer } from './writer.js';

const PHRASEBOOKS: Readonly<Record<CorpusLanguage, Phrasebook>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  pl: polish,
};

/** Languages that the corpus has. */
export const corpusLanguages = Object.keys(PHRASEBOOKS) as readonly CorpusLanguage[];

/** Which corpus: the same options give the same one. */
export interface CorpusOptions {
  readonly seed: number;
  /** In each language. */
  readonly threads: number;
  /** All by default. */
  readonly languages?: readonly CorpusLanguage[];
}

/**
 * Conversations of a data subject with agents, a bot and other people, made up, with the truth about every message: what in it
 * gives a third party away, and what the data subject said. With quotations, mail headers, signatures, HTML, and names,
 * addresses and numbers in the spellings that people use. What hides third parties is tried with them.
 */
export function* corpusThreads({
  seed,
  threads,
  languages = corpusLanguages,
}: CorpusOptions): Generator<CorpusThread> {
  for (let index = 0; index < threads; index += 1)
    for (const language of languages) yield threadOf(PHRASEBOOKS[language], seed, index);
}

function threadOf(book: Phrasebook, seed: number, index: number): CorpusThread {
  const { language } = book;
  const random = createRandom(seed, 'corpus', language, index);
  const cast = castOf(book, random, index);
  const id = `${language}-${index}`;
  const turns = scriptOf(new Writer(book, cast, random, index * 3));
  return {
    language,
    subject: personOf(cast.subject),
    people: participantsOf(cast).filter(({ kind }) => kind !== 'subject'),
    record: conversationRecord(id, cast),
    messages: turns.map((turn, place) => messageOf(turn, place, { id, cast })),
  };
}
