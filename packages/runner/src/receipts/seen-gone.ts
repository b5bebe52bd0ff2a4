import { EvidenceError } from '../errors/runner-error.js';
import type { ReceiptOperation, ReceiptStatement, ReceiptTask } from './receipt.js';

/** Outcomes that say that data is gone. */
export const goneWords: readonly string[] = ['deleted', 'redacted'];

/**
 * Whatever is called deleted (or redacted) must have been looked for, and seen gone, after it was sent.
 * @throws EvidenceError that names the connection otherwise.
 */
export function assertSeenGone({ tasks }: Pick<ReceiptStatement, 'tasks'>): void {
  for (const task of tasks) {
    if (!task.operations.every(isBorneOut)) throw new EvidenceError(unseen(task));
    for (const word of goneWords) assertAddedUp(task, word);
  }
}

/** True when the last look, after the last sending, found just that. */
function isBorneOut({ outcome, sending, verification }: ReceiptOperation): boolean {
  if (!goneWords.includes(outcome)) return true;
  if (verification?.found !== outcome) return false;
  return sending === null || Date.parse(verification.lastAt) >= Date.parse(sending.lastAt);
}

/** Outcomes are sums of operations, resource by resource; a cancelled task has none. */
function assertAddedUp(task: ReceiptTask, word: string): void {
  const resources = new Set([...task.outcomes, ...task.operations].map(({ resource }) => resource));
  for (const resource of resources) {
    const [said, seen] = [task.outcomes, task.operations].map((lines) =>
      lines
        .filter((line) => line.resource === resource && line.outcome === word)
        .reduce((sum, { count }) => sum + count, 0),
    );
    if ((said ?? 0) > (seen ?? 0)) throw new EvidenceError(unseen(task));
  }
}

function unseen({ connection }: ReceiptTask): string {
  return `Something on connection ${connection} is called deleted that no look is on record to have seen gone, so no receipt can say it. The database was changed by somebody else, or restored from two times.`;
}
