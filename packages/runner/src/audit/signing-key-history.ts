import type { PublicKeySet } from '../signing/json-web-key-set.js';
import type { AuditDetails } from './audit-entry.js';
import type { ChainProblem } from './chain-problem.js';
import type { StoredEntry } from './stored-entries.js';

/** The last thing that the log says of a key. */
interface Said {
  readonly seq: number;
  readonly retired: boolean;
}

/**
 * What the log says of signing keys. Each row of their table is bound to the installation, but an older row was genuine once
 * as well: that the table was put back to it is told by the log alone.
 */
export class SigningKeyHistory {
  readonly #said = new Map<string, Said>();

  /** Hands the entries on as they are, and remembers what those that fit their hash say. */
  async *watching(entries: AsyncIterable<StoredEntry>): AsyncGenerator<StoredEntry> {
    for await (const each of entries) {
      if (each.fits) this.#note(each);
      yield each;
    }
  }

  /** @param keys The keys of the database, read after the log, for a key may have been rotated meanwhile. */
  problems({ keys }: PublicKeySet): readonly ChainProblem[] {
    return [...this.#said].flatMap(([kid, { seq, retired }]) => {
      const key = keys.find((each) => each.kid === kid);
      if (key === undefined) return [problem(seq, `Entry ${seq} knows the signing key ${kid}. ${gone}`)];
      if (!retired || key.exp !== undefined) return [];
      return [problem(seq, `Entry ${seq} retired the signing key ${kid}. ${revived}`)];
    });
  }

  #note({ entry: { seq, action, details } }: StoredEntry): void {
    const { key } = details as AuditDetails;
    const retired = action === 'signing_key.retired';
    if (typeof key === 'string' && (retired || action === 'signing_key.created'))
      this.#said.set(key, { seq, retired });
  }
}

function problem(seq: number, message: string): ChainProblem {
  return { kind: 'signing_key', seq, through: seq, message };
}

const restore = 'Restore the table dsr.signing_key from a newer backup.';
const gone = `The database does not hold it: the table was put back to an older state, or the key was taken out. ${restore}`;
const revived = `The database has it in use: the table was put back to an older state, and what the key signed since then proves nothing. ${restore}`;
