import type { DataRecord, Person } from '@privacy-connectors/core';
import type { CorpusIdentifier } from './identifier.js';
import type { CorpusLanguage } from './languages/phrasebook.js';
import type { CorpusSentence } from './sentence.js';

/** A message of a thread as a connector hands it over, and the truth about it. */
export interface CorpusMessage {
  /** Complete: `text`, and the vendor's JSON in `data`, whose `body` is HTML when `html` is given. */
  readonly record: DataRecord;
  /** The body as HTML, of a mail. */
  readonly html?: string;
  /** Every mention of a third party in the record: in its text, its author, its senders and recipients. */
  readonly thirdParty: readonly CorpusIdentifier[];
  /** Sentences of the data subject in the body, also those that others quote: all of them must be left. */
  readonly sentences: readonly CorpusSentence[];
  /** The data subject's own names, addresses and numbers in the body: all of them must be left. */
  readonly own: readonly CorpusSentence[];
}

/** A conversation of several people, made up. */
export interface CorpusThread {
  readonly language: CorpusLanguage;
  readonly subject: Person;
  /** Everybody else whom the vendor's records name. */
  readonly people: readonly Person[];
  /** The conversation, of resource `conversations`; its messages, of `messages`, have it as their parent. */
  readonly record: DataRecord;
  readonly messages: readonly CorpusMessage[];
}
