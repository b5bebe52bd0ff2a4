import type { Json } from '@privacy-connectors/core';
import type { ReappearanceView } from '../../application/views/reappearance-view.js';
import { findingWords } from '../../reappearance/finding-words.js';
import type { PastHold } from '../../retention/legal-hold-store.js';
import type { Receipt } from '../receipt.js';
import { redactionWords, type RedactionTold } from './redaction-words.js';
import { retentionWords, type RetentionTold } from './retention-words.js';
import { worded } from './worded.js';

/** How a face of the receipt writes an ISO 8601 time. */
export type TimeText = (iso: string) => string;

/** What a part of a receipt says, for people. */
export interface PartWords {
  readonly title: string;
  readonly sentences: readonly string[];
}

type Words = (said: never, time: TimeText) => readonly string[];

/** The schema of receipts says that each part has the shape which its sentences are made of. */
const known: { readonly [part: string]: readonly [title: string, words: Words] } = {
  retention: [
    'What was destroyed here',
    retentionWords satisfies (said: RetentionTold, time: TimeText) => unknown,
  ],
  legal_holds: ['Legal holds', holdWords],
  reappearance: ['Looked for again later', reappearanceWords],
  redaction: ['Data of other people', redactionWords satisfies (said: readonly RedactionTold[]) => unknown],
};

/** What other parts of the runner attest, part by part. */
export function partWords(parts: Receipt['parts'], time: TimeText): readonly PartWords[] {
  return Object.entries(parts).map(([name, said]) => {
    const [title, words] = known[name] ?? [worded(name), factWords];
    return { title, sentences: words(said as never, time) };
  });
}

function holdWords(holds: readonly PastHold[], time: TimeText): readonly string[] {
  return holds.map(({ placedAt, placedBy, releasedAt, releasedBy }) => {
    const end =
      releasedAt === null ? 'still in force' : `released on ${time(releasedAt)} by ${releasedBy ?? ''}`;
    return `The data was held on ${time(placedAt)} by ${placedBy}: ${end}.`;
  });
}

function reappearanceWords(looks: readonly ReappearanceView[], time: TimeText): readonly string[] {
  return looks.map(({ connection, deletedAt, lookedAt, nextLookAt, finding, things }) => {
    const found = finding === null ? 'not yet' : findingWords[finding];
    const seen = lookedAt === null ? found : `${found}${things > 0 ? ` (${things})` : ''}, ${time(lookedAt)}`;
    const next =
      nextLookAt === null ? 'No further look is due.' : `The next look is due on ${time(nextLookAt)}.`;
    return `${connection}: the deletion was confirmed on ${time(deletedAt)}. Looked again: ${seen}. ${next}`;
  });
}

/** A part of a later version: one line for each fact. */
function factWords(said: Json): readonly string[] {
  return factsOf(said, []);
}

function factsOf(said: Json, path: readonly string[]): readonly string[] {
  if (typeof said !== 'object' || said === null) return [`${path.join(', ')}: ${said ?? 'none'}`];
  const isList = Array.isArray(said);
  return Object.entries(said as { readonly [name: string]: Json }).flatMap(([name, value]) =>
    factsOf(value, [...path, isList ? `${Number(name) + 1}` : worded(name)]),
  );
}
