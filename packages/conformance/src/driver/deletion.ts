import type { Subject } from '@privacy-connectors/core';
import type { Journal } from './access.js';
import {
  newDeletion,
  progressOf,
  type DeletionState,
  type OperationState,
  type Progress,
} from './deletion-state.js';
import { watched, type Watch } from './finished.js';
import type { ConnectorProcess } from './process.js';
import { stored } from './stored.js';
import type { Kind, Results, WorkOf } from './work.js';

interface Run {
  readonly process: ConnectorProcess;
  readonly subject: Subject;
  readonly journal: Journal<DeletionState>;
  readonly watch: Watch;
}

/** Works through a deletion, approved as planned, from what the journal holds until every operation has an outcome. */
export async function runDeletion(
  process: ConnectorProcess,
  subject: Subject,
  journal: Journal<DeletionState> = { state: newDeletion },
  watch: Watch = () => undefined,
): Promise<DeletionState> {
  const run: Run = { process, subject, journal, watch };
  while (!journal.state.located.done) await locatePage(run);
  if (journal.state.plan === null) await makePlan(run);
  // All calls before the first look: what one of them erases may belong to what another one looks for.
  await advanceWhile(run, ({ at }) => at === 'planned' || at === 'started');
  await advanceWhile(run, ({ at }) => at === 'pending');
  return journal.state;
}

async function locatePage(run: Run): Promise<void> {
  const { located } = run.journal.state;
  const page = await perform(run, { kind: 'locate', cursor: located.cursor });
  commit(run, {
    located: { things: [...located.things, ...page.things], cursor: page.next, done: page.next === null },
  });
}

async function makePlan(run: Run): Promise<void> {
  const plan = await perform(run, { kind: 'plan', things: run.journal.state.located.things });
  const operations = plan.operations.map((planned): OperationState => ({
    planned,
    progress: { at: 'planned' },
  }));
  commit(run, { plan, operations });
}

async function advanceWhile(run: Run, unfinished: (progress: Progress) => boolean): Promise<void> {
  for (const index of run.journal.state.operations.keys()) {
    let operation = run.journal.state.operations[index];
    while (operation !== undefined && unfinished(operation.progress)) {
      await advance(run, index, operation);
      operation = run.journal.state.operations[index];
    }
  }
}

async function advance(run: Run, index: number, { planned, progress }: OperationState): Promise<void> {
  const { profile, site } = run.process;
  const deadline = site.clock.now() + profile.verification.forSeconds * 1000;
  if (progress.at === 'planned') {
    commitProgress(run, index, { at: 'started' });
    const outcome = await perform(run, { kind: 'erase', operation: planned.operation });
    commitProgress(run, index, progressOf(outcome, deadline));
  } else if (progress.at === 'started') {
    const outcome = await perform(run, { kind: 'look', operation: planned.operation });
    // Still there after a lost answer: perhaps the call never arrived, so it is made again.
    const lost = outcome.outcome === 'pending';
    commitProgress(run, index, lost ? { at: 'planned' } : progressOf(outcome, deadline));
  } else if (progress.at === 'pending') {
    site.clock.advanceTo(progress.checkAfter);
    const outcome = await perform(run, { kind: 'verify', ticket: progress.ticket });
    commitProgress(run, index, progressOf(outcome, progress.deadline));
  }
}

async function perform<K extends Kind>(
  { process, subject, watch }: Run,
  work: WorkOf<K>,
): Promise<Results[K]> {
  return stored(await watched(process, subject, work, watch));
}

function commitProgress(run: Run, changed: number, progress: Progress): void {
  const { operations } = run.journal.state;
  commit(run, {
    operations: operations.map((operation, index) =>
      index === changed ? { ...operation, progress } : operation,
    ),
  });
}

function commit({ journal }: Run, change: Partial<DeletionState>): void {
  journal.state = stored({ ...journal.state, ...change });
}
