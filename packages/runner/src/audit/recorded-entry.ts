import { entryHash, type ChainedEntry } from './chain.js';

/** An entry as it was found, with the hash that stands beside it. */
export interface RecordedEntry extends ChainedEntry {
  readonly hash: Buffer;
}

/** Places in which a moved entry is looked for, on both sides of where it was found. */
const reach = 1_000;

/** Whether the entry is what was hashed when it was written. */
export function fitsHash(entry: RecordedEntry): boolean {
  try {
    return entryHash(entry).equals(entry.hash);
  } catch {
    // Values that no entry was ever written with: a time that has no date, a number that JSON cannot hold.
    return false;
  }
}

/** The sequence number that an entry was written with when it does not fit its own; undefined when none near by fits. */
export function writtenAs(entry: RecordedEntry): number | undefined {
  for (let distance = 1; distance <= reach; distance += 1) {
    for (const seq of [entry.seq - distance, entry.seq + distance]) {
      if (fitsHash({ ...entry, seq })) return seq;
    }
  }
  return undefined;
}
