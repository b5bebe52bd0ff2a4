import { chainBeginning, type KnownEntry } from './chain-inspector.js';
import { type Checkpoint, checkpointPayload, checkpointType, readCheckpoint } from './checkpoint.js';
import type { KeptCheckpoints } from './kept-checkpoints.js';
import { followChain } from './follow-chain.js';
import { storedEntries } from './stored-entries.js';
import { EvidenceError } from '../errors/runner-error.js';
import type { Log } from '../logging/log.js';
import type { SigningKeys } from '../signing/signing-keys.js';
import { canChangeAudit } from '../store/application-role.js';
import type { CheckpointRow, CheckpointStore } from '../store/checkpoint-store.js';
import type { Database } from '../store/database.js';

/** Entries, and milliseconds, after which the next checkpoint is made. */
const entriesApart = 1_000;
const millisecondsApart = 60 * 60 * 1_000;

/** What checkpoints are made with. */
export interface CheckpointParts {
  readonly database: Database;
  readonly store: CheckpointStore;
  readonly signing: SigningKeys;
  readonly kept: KeptCheckpoints;
  readonly log: Log;
  readonly now: () => Date;
}

/**
 * Signs where the audit log stands, again and again, and keeps what was signed outside of the database: in the data folder of
 * every worker, and in the log of the process.
 */
export class Checkpoints {
  readonly #parts: CheckpointParts;
  #warned = false;

  constructor(parts: CheckpointParts) {
    this.#parts = parts;
  }

  /** Makes a checkpoint when one is due, and tells the log of it. */
  async keep(): Promise<void> {
    await this.#warnOnce();
    const made = await this.keepDue();
    if (made === undefined) return;
    this.#parts.log.info('audit.checkpoint', { entry: made.seq, hash: made.hash.toString('hex') });
  }

  /**
   * Makes a checkpoint when one is due. One is never made of a log that does not hold; that is told as an error.
   * @returns the entry that it is of; undefined when none was made.
   */
  async keepDue(): Promise<KnownEntry | undefined> {
    try {
      await this.#assertKept();
      const made = await this.#makeDue();
      await this.#keepNewest();
      return made;
    } catch (error) {
      if (!(error instanceof EvidenceError)) throw error;
      this.#parts.log.error('audit.broken', { error });
      return undefined;
    }
  }

  /** Signs that the log has this entry. @throws EvidenceError when the log does not hold. */
  async sign(entry: KnownEntry): Promise<string> {
    await this.assertHolds(entry);
    const { signing, now } = this.#parts;
    return signing.sign(checkpointPayload({ ...entry, at: now() }), checkpointType);
  }

  /**
   * Follows the log from the last checkpoint before `entry` to the next one behind it, and compares it with the one that was
   * kept outside of the database.
   * @throws EvidenceError unless every entry between is there and as it was written.
   */
  async assertHolds(entry: KnownEntry): Promise<void> {
    await this.#assertKept();
    const { before, behind } = await this.#parts.store.around(entry.seq);
    const start = before === undefined ? chainBeginning : await this.#read(before);
    const known = behind === undefined ? [entry] : [entry, await this.#read(behind)];
    const entries = storedEntries(this.#parts.database, start.seq, known.at(-1)?.seq);
    const [problem] = (await followChain(entries, known, start)).problems;
    if (problem !== undefined) throw new EvidenceError(`${problem.message} ${notTheLog}`);
  }

  async #warnOnce(): Promise<void> {
    if (this.#warned || !(await canChangeAudit(this.#parts.database))) return;
    this.#warned = true;
    this.#parts.log.warn('audit.unprotected');
  }

  /** @throws EvidenceError when the log is not, any more, the one that was signed. */
  async #assertKept(): Promise<void> {
    const { kept, signing, store } = this.#parts;
    const jws = kept.newest();
    if (jws === undefined) return;
    const { seq, hash } = await readCheckpoint(jws, await signing.keySet());
    const entry = await store.entry(seq);
    if (entry?.hash.equals(hash) !== true) throw new EvidenceError(notTheLog);
  }

  async #makeDue(): Promise<KnownEntry | undefined> {
    const { store } = this.#parts;
    const [newest, head] = [await store.newest(), await store.entry()];
    if (head === undefined || !this.#isDue(newest, head)) return undefined;
    await store.add(head.seq, await this.sign(head));
    return head;
  }

  #isDue(newest: CheckpointRow | undefined, head: KnownEntry): boolean {
    if (newest === undefined) return true;
    if (head.seq - newest.seq >= entriesApart) return true;
    return head.seq > newest.seq && this.#parts.now().getTime() - newest.at.getTime() >= millisecondsApart;
  }

  async #read({ seq, jws }: CheckpointRow): Promise<Checkpoint> {
    const checkpoint = await readCheckpoint(jws, await this.#parts.signing.keySet());
    if (checkpoint.seq === seq) return checkpoint;
    throw new EvidenceError(notTheLog);
  }

  async #keepNewest(): Promise<void> {
    const { kept, store, signing } = this.#parts;
    const newest = await store.newest();
    if (newest === undefined) return;
    const known = kept.newest();
    const seq = known === undefined ? 0 : (await readCheckpoint(known, await signing.keySet())).seq;
    if (newest.seq > seq) kept.add(newest.jws);
  }
}

const notTheLog = 'The audit log is not the one that was signed: dsr audit verify tells more.';
