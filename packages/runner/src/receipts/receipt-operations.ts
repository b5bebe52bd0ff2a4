import type { OutcomeWord } from '@privacy-connectors/core';
import type { OutcomeView } from '../application/views/task-view.js';
import type { ErasureRow } from '../store/erasure-store.js';
import type { ErasureStepRow } from '../store/erasure-journal.js';
import { grouped } from '../store/grouped.js';
import type { DeletionPlan } from '../store/plan-pages.js';
import { workKey } from '../store/work-store.js';
import { reasonOf } from '../tasks/task-outcomes.js';
import type { Box } from '../vault/box.js';
import type { ReceiptOperation, Sending, Verification } from './receipt.js';
import { goneWords } from './seen-gone.js';

/** The operations of a task's deletion: what is stored of each, with what was seen of it. */
export function operationsOf(
  erasures: readonly ErasureRow[],
  steps: readonly ErasureStepRow[],
  plan: DeletionPlan | null,
  box: Box,
): readonly ReceiptOperation[] {
  const planned = new Map((plan?.operations ?? []).map((operation) => [keyOf(operation, box), operation]));
  const seen = grouped(steps, ({ work_id }) => String(work_id));
  return erasures.map((erasure) => {
    const { title = null, alsoErases = [] } = planned.get(erasure.key.toString('hex')) ?? {};
    const own = seen.get(String(erasure.id)) ?? [];
    return {
      ...outcomeOf(erasure, own),
      title,
      alsoErases,
      sending: sendingOf(own),
      verification: looksOf(own),
    };
  });
}

function keyOf({ resource, key }: DeletionPlan['operations'][number], box: Box): string {
  return workKey(box, { kind: 'erase', resource, key, payload: null }).toString('hex');
}

function outcomeOf(erasure: ErasureRow, steps: readonly ErasureStepRow[]) {
  const { resource, count, outcome, unwitnessed } = erasure;
  if (outcome === null) return { resource, count, ...withoutEnd(erasure, steps) };
  if (unwitnessed && steps.length === 0 && goneWords.includes(outcome.outcome))
    return { resource, count, outcome: 'unverified', reason: unrecorded } as const;
  const reason = reasonOf(outcome);
  const word: OutcomeWord = outcome.outcome;
  return { resource, count, outcome: word, ...(reason === undefined ? {} : { reason }) };
}

/** Of an erasure that a person called off. A call that was announced and has no answer may have been carried out. */
function withoutEnd({ sent_at: sentAt }: ErasureRow, steps: readonly ErasureStepRow[]) {
  if (sentAt !== null) return { outcome: 'unverified', reason: unanswered } as const;
  const wasSent = steps.some(({ step }) => step === 'erase');
  return { outcome: 'skipped', reason: wasSent ? turnedDown : neverSent } as const;
}

const neverSent = 'It was never sent.';
const turnedDown = 'The vendor did not take it when it was sent, and it was not sent again.';
const unanswered = 'It was sent, or about to be, and what came of that is not on record.';
const unrecorded =
  'It was confirmed to be gone by a version of this program that kept no record of the look, so it is not attested.';

function sendingOf(steps: readonly ErasureStepRow[]): Sending | null {
  const sent = steps.filter(({ step }) => step === 'erase');
  const last = sent.at(-1);
  if (last === undefined) return null;
  return { times: total(sent), lastAt: last.last_at.toISOString(), answer: last.outcome, calls: last.calls };
}

function looksOf(steps: readonly ErasureStepRow[]): Verification | null {
  const looks = steps.filter(({ step }) => step === 'verify');
  const last = looks.at(-1);
  if (last === undefined) return null;
  const first = Math.min(...looks.map(({ first_at }) => first_at.getTime()));
  return {
    looks: total(looks),
    firstAt: new Date(first).toISOString(),
    lastAt: last.last_at.toISOString(),
    found: last.outcome,
    calls: last.calls,
  };
}

function total(steps: readonly ErasureStepRow[]): number {
  return steps.reduce((sum, { count }) => sum + count, 0);
}

/** Outcomes of a task without what its operations do not attest. */
export function attestedOutcomes(
  outcomes: readonly OutcomeView[],
  operations: readonly ReceiptOperation[],
): readonly OutcomeView[] {
  const unattested = operations.filter(({ reason }) => reason === unrecorded);
  if (unattested.length === 0) return outcomes;
  const others = outcomes.filter(
    ({ resource, outcome }) =>
      !goneWords.includes(outcome) || !unattested.some((operation) => operation.resource === resource),
  );
  const resources = new Set(unattested.map(({ resource }) => resource));
  const told = operations.filter(
    ({ resource, outcome, reason }) =>
      resources.has(resource) && (goneWords.includes(outcome) || reason === unrecorded),
  );
  return [
    ...others,
    ...told.map(({ resource, outcome, count, reason }) => ({
      resource,
      outcome,
      count,
      ...(reason === undefined ? {} : { reason }),
    })),
  ];
}
