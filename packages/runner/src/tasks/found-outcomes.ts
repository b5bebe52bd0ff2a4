import type { Connector } from '@privacy-connectors/core';
import type { RequestType } from '../application/views/request-view.js';
import type { OutcomeView, TaskStatus } from '../application/views/task-view.js';
import type { RecordCount } from '../store/record-store.js';
import type { OutcomeRow } from '../store/work-results.js';
import { outcomesOf } from './task-outcomes.js';

const unfinished: readonly TaskStatus[] = ['received', 'running', 'awaiting_approval'];

/** A task, and what is stored of its work. */
export interface FoundByTask {
  readonly type: RequestType;
  readonly status: TaskStatus;
  readonly counts: readonly RecordCount[];
  readonly rows: readonly OutcomeRow[];
}

export function hasEnded({ status }: { readonly status: TaskStatus }): boolean {
  return !unfinished.includes(status);
}

/** The outcomes of a task by what its connector says now; a connector whose package is gone is undefined. */
export function foundOutcomes(connector: Connector | undefined, found: FoundByTask): readonly OutcomeView[] {
  const { type, status, counts, rows } = found;
  // What a person called off is told by the status alone.
  if (status === 'cancelled') return [];
  return outcomesOf(connector?.manifest, {
    type,
    // What was given up before it was looked for is not known to be absent.
    ended: hasEnded(found) && status !== 'dead_letter',
    located: connector?.implementation.subject.resource ?? '',
    records: new Map(counts.map(({ resource, count }) => [resource, count])),
    rows,
  });
}
