import type { OutcomeWord } from '@privacy-connectors/core';
import { ConnectorError } from '@privacy-connectors/core/errors';
import { witnessCalls, type WitnessedCall } from '../connections/witnessed-calls.js';
import type { ErasureStepName } from '../store/erasure-journal.js';
import type { Work } from '../store/work-store.js';
import type { TaskRun } from './task-run.js';

/** The most calls of one step that are kept: looking by many identifiers makes many. */
const mostCalls = 20;

/** Runs a step of an erasure and keeps, by itself and at once, how it ended and which calls it made. */
export async function witnessedStep<Outcome extends { readonly outcome: OutcomeWord }>(
  run: TaskRun,
  work: Work,
  step: ErasureStepName,
  ask: () => Promise<Outcome>,
): Promise<Outcome> {
  const calls: WitnessedCall[] = [];
  const record = (outcome: string): Promise<void> =>
    run.commit((connection) => {
      const ended = { taskId: run.task.id, workId: work.id, step, outcome };
      return run.stores.journal.record({ ...ended, calls: calls.slice(-mostCalls) }, connection);
    });
  try {
    const answer = await witnessCalls(calls, ask);
    await record(answer.outcome);
    return answer;
  } catch (error) {
    if (ConnectorError.is(error) && !run.signal.aborted) await record(error.code);
    throw error;
  }
}
