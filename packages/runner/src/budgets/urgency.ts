import { AsyncLocalStorage } from 'node:async_hooks';
import type { WorkKind } from '../store/work-store.js';
import { compareUrgency, type Urgency } from '../tasks/urgency.js';

/** How urgent the calls of a piece of work are, and which kind of work makes them. */
export interface CallUrgency extends Urgency {
  readonly kind: WorkKind;
}

const urgencies = new AsyncLocalStorage<CallUrgency>();

/** Runs `work`; the calls to vendors that it makes, however deep down, stand in line by this urgency. */
export function withUrgency<T>(urgency: CallUrgency, work: () => Promise<T>): Promise<T> {
  return urgencies.run(urgency, work);
}

/** The urgency of the work that is under way; undefined for what a person waits for, such as a test of a connection. */
export function currentUrgency(): CallUrgency | undefined {
  return urgencies.getStore();
}

/** Negative when `left` is more urgent than `right`, 0 when they are alike. Nothing is as urgent as a waiting person. */
export function compareCalls(left: CallUrgency | undefined, right: CallUrgency | undefined): number {
  if (left !== undefined && right !== undefined) return compareUrgency(left, right);
  return Number(right === undefined) - Number(left === undefined);
}
