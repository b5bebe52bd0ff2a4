import type { Subject } from '@privacy-connectors/core';
import { perform } from './perform.js';
import type { ConnectorProcess } from './process.js';
import type { Kind, Results, WorkOf } from './work.js';

/** One finished step: its arguments, its result as the connector returned it, and the operations it called, in order. */
export interface FinishedOf<K extends Kind> {
  readonly kind: K;
  readonly work: WorkOf<K>;
  readonly result: Results[K];
  readonly operations: readonly string[];
}

export type Finished = { readonly [K in Kind]: FinishedOf<K> }[Kind];

/** Told of each finished step before it is committed. */
export type Watch = (finished: Finished) => void;

/** Performs a step and tells the watch. */
export async function watched<K extends Kind>(
  process: ConnectorProcess,
  subject: Subject,
  work: WorkOf<K>,
  watch: Watch,
): Promise<Results[K]> {
  const before = process.operations.length;
  const result = await perform(process, subject, work);
  const operations = process.operations.slice(before);
  const finished: FinishedOf<K> = { kind: work.kind, work, result, operations };
  // The compiler does not see that a union of kinds is a union of finished steps.
  watch(finished as unknown as Finished);
  return result;
}
