import { chainBeginning, ChainInspector, type KnownEntry, type Seen } from './chain-inspector.js';
import type { ChainProblem } from './chain-problem.js';
import type { StoredEntry } from './stored-entries.js';

/** Problems that are told one by one; of the others only their number. */
const told = 20;

/** What came of following a chain. */
export interface ChainVerdict extends Seen {
  readonly problems: readonly ChainProblem[];
  /** Problems that are not among them. */
  readonly more: number;
}

/** Follows a chain from its beginning, or from wherever it begins (`start` null), and compares it with what is known. */
export async function followChain(
  entries: AsyncIterable<StoredEntry> | Iterable<StoredEntry>,
  known: readonly KnownEntry[],
  start: KnownEntry | null = chainBeginning,
): Promise<ChainVerdict> {
  const problems: ChainProblem[] = [];
  let count = 0;
  const inspector = new ChainInspector(known, start, (problem) => {
    count += 1;
    if (problems.length < told) problems.push(problem);
  });
  for await (const { entry, fits } of entries) inspector.take(entry, fits);
  inspector.end();
  return { ...inspector.seen, problems, more: count - problems.length };
}
