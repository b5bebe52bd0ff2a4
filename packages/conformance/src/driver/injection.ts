import type { Fault } from '../simulator/index.js';
import type { Site } from './site.js';

/** More attempts than any retry makes. */
const lastingCalls = 12;

/** One call of a step. */
export interface Target {
  readonly operationId: string;
  /** Position among the calls of that operation that are yet to come, from 1. */
  readonly nth: number;
}

/** Calls by operation and position. */
export function targetsIn(operations: readonly string[]): readonly Target[] {
  return operations.map((operationId, index) => ({
    operationId,
    nth: operations.slice(0, index + 1).filter((each) => each === operationId).length,
  }));
}

/** Runs `act` while that call, when it comes, goes wrong: once, or for every attempt. */
export async function withFault<Result>(
  { vendor }: Site,
  { operationId, nth }: Target,
  fault: Fault,
  lasting: boolean,
  act: () => Promise<Result>,
): Promise<Result> {
  const first = vendor.calls.count(operationId) + nth;
  for (let call = first; call < first + (lasting ? lastingCalls : 1); call += 1) {
    vendor.faults.once({ operationId, nth: call }, fault);
  }
  try {
    return await act();
  } finally {
    vendor.faults.clear();
  }
}
