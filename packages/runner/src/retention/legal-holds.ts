import type { Actor } from '../access/actor.js';
import type { AuditLog } from '../audit/audit-log.js';
import { ConflictError } from '../errors/runner-error.js';
import { checkReason } from '../requests/reason.js';
import type { Database } from '../store/database.js';
import { markReceipt } from '../store/mark-receipt.js';
import type { LegalHoldStore } from './legal-hold-store.js';

/** Places and releases legal holds, which keep what a request found beyond its time. */
export class LegalHolds {
  readonly #database: Database;
  readonly #holds: LegalHoldStore;
  readonly #audit: AuditLog;

  constructor(database: Database, holds: LegalHoldStore, audit: AuditLog) {
    this.#database = database;
    this.#holds = holds;
    this.#audit = audit;
  }

  /** @throws InputError when the reason is empty or too long, ConflictError when a hold is in force. */
  async place(requestId: string, reason: string, actor: Actor): Promise<void> {
    const text = checkReason('A legal hold', reason);
    await this.#database.transaction(async (connection) => {
      if (!(await this.#holds.place(requestId, text, actor.name, connection))) throw new ConflictError(held);
      await markReceipt(requestId, connection);
      const details = { request: requestId };
      await this.#audit.append({ action: 'request.held', actor: actor.name, details }, connection);
    });
  }

  /** @throws ConflictError when no hold is in force. */
  async release(requestId: string, actor: Actor): Promise<void> {
    await this.#database.transaction(async (connection) => {
      if (!(await this.#holds.release(requestId, actor.name, connection))) throw new ConflictError(free);
      await markReceipt(requestId, connection);
      const details = { request: requestId };
      await this.#audit.append({ action: 'request.released', actor: actor.name, details }, connection);
    });
  }
}

const held = 'The request is held already. To give another reason, release it first: dsr request release.';
const free = 'No legal hold is in force on this request.';
