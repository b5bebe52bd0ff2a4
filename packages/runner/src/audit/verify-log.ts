import type { AuditVerificationView } from '../application/views/audit-view.js';
import { EvidenceError } from '../errors/runner-error.js';
import type { PublicKeySet } from '../signing/json-web-key-set.js';
import { canChangeAudit } from '../store/application-role.js';
import type { CheckpointStore } from '../store/checkpoint-store.js';
import type { Database } from '../store/database.js';
import type { KnownEntry } from './chain-inspector.js';
import type { ChainProblem } from './chain-problem.js';
import { readCheckpoint } from './checkpoint.js';
import { followChain } from './follow-chain.js';
import { SigningKeyHistory } from './signing-key-history.js';
import { storedEntries } from './stored-entries.js';
import { verificationView } from './verification-view.js';

/** What the log is checked with. */
export interface LogEvidence {
  readonly database: Database;
  readonly store: CheckpointStore;
  /** The public keys, as the database has them now. */
  readonly keySet: () => Promise<PublicKeySet>;
  /** Checkpoints that were kept outside of the database; compact JWS. */
  readonly kept: readonly string[];
}

/**
 * Follows the whole log, and compares it with the checkpoints of the database, with those that were kept elsewhere, and with
 * the signing keys. Memory grows with the number of checkpoints and keys, never with that of entries.
 */
export async function verifyLog({
  database,
  store,
  keySet,
  kept,
}: LogEvidence): Promise<AuditVerificationView> {
  const problems: ChainProblem[] = [];
  const known: KnownEntry[] = [];
  const keys = await keySet();
  for (const { seq, jws } of await store.all()) {
    try {
      known.push(matching(seq, await readCheckpoint(jws, keys)));
    } catch (error) {
      problems.push(unsigned(seq, error));
    }
  }
  for (const jws of kept) known.push(await readCheckpoint(jws, keys));
  const history = new SigningKeyHistory();
  const verdict = await followChain(history.watching(storedEntries(database, 0)), distinct(known));
  problems.push(...history.problems(await keySet()));
  const changeable = await canChangeAudit(database);
  return verificationView({ ...verdict, problems: [...problems, ...verdict.problems] }, changeable);
}

function matching(seq: number, checkpoint: KnownEntry): KnownEntry {
  if (checkpoint.seq === seq) return checkpoint;
  throw new EvidenceError(`It was signed for entry ${checkpoint.seq}.`);
}

function unsigned(seq: number, error: unknown): ChainProblem {
  if (!(error instanceof EvidenceError)) throw error;
  const message = `The checkpoint of entry ${seq} does not hold. ${error.message}`;
  return { kind: 'unsigned', seq, through: seq, message };
}

/** Ascending, each once. */
function distinct(known: readonly KnownEntry[]): readonly KnownEntry[] {
  const byContent = new Map(known.map((entry) => [`${entry.seq} ${entry.hash.toString('hex')}`, entry]));
  return [...byContent.values()].sort((one, other) => one.seq - other.seq);
}
