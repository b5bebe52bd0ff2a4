import { AsyncLocalStorage } from 'node:async_hooks';
import type { WorkKind } from '../store/work-store.js';

/** How urgent a piece of work is: by the legal deadline of its request, then by the request's age. */
export interface Urgency {
  readonly dueAt: Date;
  readonly receivedAt: Date;
  readonly kind: WorkKind;
}

const urgencies = new AsyncLocalStorage<Urgency>();

/** Runs `work`; the calls to vendors that it makes, however deep down, stand in line by this urgency. */
export function withUrgency<T>(urgency: Urgency, work: () => Promise<T>): Promise<T> {
  return urgencies.run(urgency, work);
}

/** The urgency of the work that is under way; undefined for what a person waits for, such as a test of a connection. */
export function currentUrgency(): Urgency | undefined {
  return urgencies.getStore();
}

/** Negative when `one` is more urgent than `other`, 0 when they are equal. Nothing is as urgent as a waiting person. */
export function compareUrgency(one: Urgency | undefined, other: Urgency | undefined): number {
  if (one === undefined || other === undefined)
    return Number(other === undefined) - Number(one === undefined);
  return one.dueAt.getTime() - other.dueAt.getTime() || one.receivedAt.getTime() - other.receivedAt.getTime();
}
