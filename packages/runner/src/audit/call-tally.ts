import { AsyncLocalStorage } from 'node:async_hooks';
import type { CallObservation } from '@privacy-connectors/core/http';

const current = new AsyncLocalStorage<CallTally>();

/** Counts the calls to a vendor that some work makes, by operation and by how the vendor refused. */
export class CallTally {
  readonly #counts = new Map<string, number>();

  note({ operationId, attempts, status }: CallObservation): void {
    if (attempts === 0) return;
    // An id that a connector made up; the log takes words only.
    const operation = /^[\w.:-]{1,100}$/.test(operationId) ? operationId : 'other';
    const item = `${operation}${answerOf(status)}`;
    this.#counts.set(item, (this.#counts.get(item) ?? 0) + attempts);
  }

  get counts(): readonly { readonly item: string; readonly count: number }[] {
    return [...this.#counts].map(([item, count]) => ({ item, count }));
  }
}

/** Runs `work`; the calls to vendors that it makes, however deep down, are counted. */
export function withCallTally<T>(tally: CallTally, work: () => Promise<T>): Promise<T> {
  return current.run(tally, work);
}

/** Counts a call where somebody counts. */
export function noteCall(call: CallObservation): void {
  current.getStore()?.note(call);
}

function answerOf(status: number | undefined): string {
  if (status === undefined) return ' unanswered';
  return status < 400 ? '' : ` ${status}`;
}
