import { chainBeginning, ChainInspector, type KnownEntry, type Seen } from './chain-inspector.js';
import type { ChainProblem } from './chain-problem.js';
import { ProblemList } from './problem-list.js';
import type { StoredEntry } from './stored-entries.js';

/** What came of following a chain. */
export interface ChainVerdict extends Seen {
  readonly problems: readonly ChainProblem[];
  /** Problems that are not among them. */
  readonly more: number;
}

/** Follows a stored chain that begins behind `start`, and compares it with what is `known` of it from elsewhere. */
export async function followChain(
  entries: AsyncIterable<StoredEntry>,
  known: readonly KnownEntry[],
  start: KnownEntry = chainBeginning,
): Promise<ChainVerdict> {
  const list = new ProblemList();
  const inspector = new ChainInspector(known, start, list.add);
  for await (const { entry, fits } of entries) inspector.take(entry, fits);
  inspector.end();
  return { ...inspector.seen, ...list.told };
}
