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
import { afterLocated, afterPlanned, planningWork } from './planning.js';
import type { ConnectorProcess } from './process.js';
import { isOver, stageOf, stagesOf, withoutLaterStages } from './stages.js';
import { stored } from './stored.js';
import type { Kind, Results, WorkOf } from './work.js';

interface Run {
  readonly process: ConnectorProcess;
  readonly subject: Subject;
  readonly journal: Journal<DeletionState>;
  readonly watch: Watch;
}

/** Locates everything of a person and plans its deletion, from what the journal holds. */
export async function planDeletion(
  process: ConnectorProcess,
  subject: Subject,
  journal: Journal<DeletionState> = { state: newDeletion(process.site.connector.manifest, subject) },
  watch: Watch = () => undefined,
): Promise<DeletionState> {
  const run: Run = { process, subject, journal, watch };
  for (let work = planningWork(journal.state); work !== undefined; work = planningWork(journal.state)) {
    journal.state = stored(
      work.kind === 'locate'
        ? afterLocated(journal.state, work, await perform(run, work))
        : afterPlanned(journal.state, work, await perform(run, work)),
    );
  }
  return journal.state;
}

/** Works through a deletion, approved as planned, from what the journal holds until every operation has an outcome. */
export async function runDeletion(
  process: ConnectorProcess,
  subject: Subject,
  journal: Journal<DeletionState> = { state: newDeletion(process.site.connector.manifest, subject) },
  watch: Watch = () => undefined,
): Promise<DeletionState> {
  const run: Run = { process, subject, journal, watch };
  await planDeletion(process, subject, journal, watch);
  for (const stage of stagesOf(journal.state.operations)) {
    // All calls before the first look: what one of them erases may belong to what another one looks for.
    await advanceWhile(run, stage, ({ at }) => at === 'planned' || at === 'started');
    await advanceWhile(run, stage, ({ at }) => at === 'pending');
    if (!isOver(journal.state.operations, stage))
      commit(run, withoutLaterStages(journal.state.operations, stage));
  }
  return journal.state;
}

async function advanceWhile(
  run: Run,
  stage: number,
  unfinished: (progress: Progress) => boolean,
): Promise<void> {
  for (const index of run.journal.state.operations.keys()) {
    let operation = run.journal.state.operations[index];
    while (operation !== undefined && stageOf(operation) === stage && unfinished(operation.progress)) {
      await advance(run, index, operation);
      operation = run.journal.state.operations[index];
    }
  }
}

async function advance(run: Run, index: number, { planned, progress }: OperationState): Promise<void> {
  const { profile, site } = run.process;
  const { operation } = planned;
  const deadline = site.clock.now() + profile.verification.forSeconds * 1000;
  if (progress.at === 'planned') {
    commitProgress(run, index, { at: 'started' });
    const outcome = await perform(run, { kind: 'erase', operation });
    commitProgress(run, index, progressOf(outcome, deadline));
  } else if (progress.at === 'started') {
    const outcome = await perform(run, { kind: 'look', operation });
    // Still there after a lost answer: perhaps the call never arrived, so it is made again.
    const lost = outcome.outcome === 'pending';
    commitProgress(run, index, lost ? { at: 'planned' } : progressOf(outcome, deadline));
  } else if (progress.at === 'pending') {
    site.clock.advanceTo(progress.checkAfter);
    const outcome = await perform(run, { kind: 'verify', operation, ticket: progress.ticket });
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
  commit(
    run,
    operations.map((operation, index) => (index === changed ? { ...operation, progress } : operation)),
  );
}

function commit({ journal }: Run, operations: readonly OperationState[]): void {
  journal.state = stored({ ...journal.state, operations });
}
