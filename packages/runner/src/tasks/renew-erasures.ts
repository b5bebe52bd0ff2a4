import type { Json } from '@privacy-connectors/core';
import type { Queryable } from '../store/database.js';
import { type NewWork, workKey } from '../store/work-store.js';
import { deletionOf } from './deletion-of.js';
import { deadlineFrom } from './erase-commits.js';
import type { DoubtfulErasure, PlannedErasure } from './erase-state.js';
import type { TaskRun } from './task-run.js';

/**
 * What ended in an earlier run and is planned today is still there, however it ended: it is due again as today's plan has it.
 * What was sent then is looked at before it is sent once more.
 */
export async function renewErasures(
  run: TaskRun,
  planned: readonly NewWork[],
  connection: Queryable,
): Promise<void> {
  const { erasures } = run.stores;
  const ended = await erasures.endedBefore(run.task.id, run.task.run, connection);
  for (const work of planned) {
    const sentAt = ended.get(workKey(run.box, work).toString('hex'));
    if (sentAt === undefined) continue;
    const renewed = sentAt === null ? work : { ...work, payload: sentBefore(run, work, sentAt.getTime()) };
    await erasures.renew(run.task.id, run.box, renewed, connection);
  }
}

function sentBefore(run: TaskRun, { payload }: NewWork, sentAt: number): Json {
  const steps = deletionOf(run);
  const { operation } = payload as unknown as PlannedErasure;
  const state: DoubtfulErasure = {
    stage: 'in_doubt',
    operation,
    ticket: steps.ticketOf(steps.operation.parse(operation), sentAt),
    sends: 0,
    raisedAt: sentAt,
    deadline: deadlineFrom(run, run.now().getTime()),
  };
  return state as unknown as Json;
}
