import { faultMatrix, type Fault } from '../simulator/index.js';

export interface FaultCase {
  readonly name: string;
  readonly fault: Fault;
  /** False: the next attempt works. True: no attempt does. */
  readonly lasting: boolean;
}

/** The simulator's whole matrix, each fault for one attempt and for all of them. */
export function faultCases(now: number, elsewhere: string): readonly FaultCase[] {
  const matrix = {
    ...faultMatrix(now),
    'redirect to another host': { kind: 'redirect', location: elsewhere } as const,
  };
  return Object.entries(matrix).flatMap(([name, fault]) => [
    { name: `${name}, once`, fault, lasting: false },
    { name: `${name}, for ever`, fault, lasting: true },
  ]);
}

/** Whether the fault is a plain answer of that status. */
export function hasStatus({ fault }: FaultCase, status: number): boolean {
  return fault.kind === 'status' && fault.status === status;
}
