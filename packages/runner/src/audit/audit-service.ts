import type { Actor } from '../access/actor.js';
import type { AuditRange, AuditTrail, AuditView } from '../application/audit-trail.js';
import type { Page } from '../application/page.js';
import type { AuditEntryView, AuditVerificationView } from '../application/views/audit-view.js';
import { InputError } from '../errors/runner-error.js';
import type { SigningKeys } from '../signing/signing-keys.js';
import type { CheckpointStore } from '../store/checkpoint-store.js';
import type { Database } from '../store/database.js';
import type { AuditLog } from './audit-log.js';
import { AuditPages, type Bounds } from './audit-pages.js';
import type { Checkpoints } from './checkpoints.js';
import { checkpointLine, entryLine } from './export-lines.js';
import type { KeptCheckpoints } from './kept-checkpoints.js';
import type { RecordedEntry } from './recorded-entry.js';
import { storedEntries } from './stored-entries.js';
import { verifyLog } from './verify-log.js';

/** What the service works with. */
export interface AuditParts {
  readonly database: Database;
  readonly log: AuditLog;
  readonly store: CheckpointStore;
  readonly checkpoints: Checkpoints;
  readonly kept: KeptCheckpoints;
  readonly signing: SigningKeys;
}

/** Shows, checks and hands out the audit log on behalf of somebody. */
export class AuditService implements AuditTrail {
  readonly #parts: AuditParts;
  readonly #actor: Actor;
  readonly #pages: AuditPages;

  constructor(parts: AuditParts, actor: Actor) {
    this.#parts = parts;
    this.#actor = actor;
    this.#pages = new AuditPages(parts.database);
  }

  page(view: AuditView, cursor: string | null, limit: number): Promise<Page<AuditEntryView>> {
    return this.#pages.page(view, cursor, limit);
  }

  async verify(checkpoint?: string): Promise<AuditVerificationView> {
    const { database, store, kept, signing } = this.#parts;
    const here = kept.newest();
    const outside = [here, checkpoint].filter((jws) => jws !== undefined);
    return verifyLog({ database, store, keySet: () => signing.keySet(), kept: outside });
  }

  /**
   * The export is an entry itself, the last one of it unless the range ends before.
   * @throws EvidenceError, before there is that entry, when the log does not hold: what is exported is signed.
   */
  async export(range: AuditRange): Promise<AsyncIterable<string>> {
    const { log, store, checkpoints } = this.#parts;
    const before = await this.#pages.boundsOf(range);
    if (before === undefined) throw new InputError(noEntries);
    const head = await store.entry();
    if (head !== undefined) await checkpoints.assertHolds(head);
    const details = { from: range.from?.toISOString() ?? null, to: range.to?.toISOString() ?? null };
    await log.append({ action: 'audit.exported', actor: this.#actor.name, details });
    return this.#lines((await this.#pages.boundsOf(range)) ?? before);
  }

  async *#lines({ first, last }: Bounds): AsyncGenerator<string> {
    let end: RecordedEntry | undefined;
    for await (const { entry } of storedEntries(this.#parts.database, first - 1, last)) {
      end = entry;
      yield entryLine(entry);
    }
    if (end !== undefined) yield checkpointLine(await this.#parts.checkpoints.sign(end));
  }
}

const noEntries = 'The audit log has no entry from that time.';
