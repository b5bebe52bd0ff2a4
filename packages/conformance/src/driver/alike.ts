import type { Finished } from './finished.js';

/**
 * Of steps that make the same calls for the same kind of work, one stands for all: the first; of looks that are repeated
 * until a vendor is done also the last.
 */
export function oneOfAlike(steps: readonly Finished[]): ReadonlySet<Finished> {
  const groups = new Map<string, readonly Finished[]>();
  for (const step of steps) {
    const key = [step.kind, ...step.operations].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  return new Set([...groups.values()].flatMap(representatives));
}

function representatives(alike: readonly Finished[]): readonly Finished[] {
  const waits = alike.some(({ kind, result }) => kind === 'verify' && isPending(result));
  return [...alike.slice(0, 1), ...(waits ? alike.slice(-1) : [])];
}

function isPending(result: Finished['result']): boolean {
  return typeof result === 'object' && result !== null && 'outcome' in result && result.outcome === 'pending';
}
