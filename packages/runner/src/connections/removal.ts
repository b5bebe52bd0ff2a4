import type { Actor } from '../access/actor.js';
import type { Removal as How } from '../application/application.js';
import type { AliveReason, RemovedConnectionView } from '../application/views.js';
import type { AuditLog } from '../audit/audit-log.js';
import { ConflictError } from '../errors/runner-error.js';
import type { BudgetStore } from '../store/budget-store.js';
import type { ConnectionRow, ConnectionStore } from '../store/connection-store.js';
import type { Database } from '../store/database.js';
import type { EndingStore } from '../store/ending-store.js';
import type { TaskStore } from '../store/task-store.js';
import { noSuchConnection } from './connection-name.js';
import type { Disconnection } from './disconnection.js';
import type { StoredSessions } from './stored-sessions.js';

/** Milliseconds that a person waits for the vendor; the worker goes on trying. */
const patience = 30_000;

/** What removing works with. */
export interface RemovalParts {
  readonly database: Database;
  readonly connections: ConnectionStore;
  readonly endings: EndingStore;
  readonly budgets: BudgetStore;
  readonly tasks: TaskStore;
  readonly sessions: StoredSessions;
  readonly disconnection: Disconnection;
  readonly audit: AuditLog;
}

/** Removes connections: out of use at once, and their credentials destroyed once they are dead at the vendor. */
export class Removal {
  readonly #parts: RemovalParts;

  constructor(parts: RemovalParts) {
    this.#parts = parts;
  }

  /** @throws NotFoundError when there is no such connection, ConflictError while requests on it are unfinished. */
  async remove(name: string, { forget, signal }: How, actor: Actor): Promise<RemovedConnectionView> {
    const row = (await this.#takeOut(name, actor)) ?? (await this.#parts.endings.byName(name));
    if (row === undefined) throw noSuchConnection(name);
    const reason = await this.#tryToEnd(
      row,
      AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      actor.name,
    );
    if (reason !== null && forget) await this.#forget(row, actor);
    const state = reason === null ? 'disconnected' : forget ? 'forgotten' : 'still_alive';
    const manualSteps = reason === null ? [] : this.#parts.disconnection.stepsFor(row);
    return { removed: name, state, reason, manualSteps };
  }

  /** Tries those again that are due: what a worker does now and then. */
  async tryDue(signal: AbortSignal): Promise<void> {
    for (let row = await this.#parts.endings.takeDue(); row !== undefined && !signal.aborted;) {
      await this.#tryToEnd(row, AbortSignal.any([signal, AbortSignal.timeout(patience)]), 'worker');
      row = await this.#parts.endings.takeDue();
    }
  }

  async #takeOut(name: string, actor: Actor): Promise<ConnectionRow | undefined> {
    const { database, connections, endings, tasks, audit } = this.#parts;
    const row = await connections.byName(name);
    if (row === undefined) return undefined;
    await database.transaction(async (connection) => {
      await connections.lock(row.id, connection);
      const unfinished = await tasks.unfinishedOn(row.id, connection);
      if (unfinished > 0) throw new ConflictError(inUse(name, unfinished));
      await endings.begin(row.id, connection);
      const details = { connection: row.id };
      await audit.append({ action: 'connection.removed', actor: actor.name, details }, connection);
    });
    return row;
  }

  async #tryToEnd(row: ConnectionRow, signal: AbortSignal, actor: string): Promise<AliveReason | null> {
    const { database, endings, audit, disconnection } = this.#parts;
    const reason = await disconnection.attempt(row, signal).catch((error: unknown) => {
      if (signal.aborted) return 'unreachable' as const;
      throw error;
    });
    if (reason === null) {
      await this.#end(row, true, actor);
      return null;
    }
    await database.transaction(async (connection) => {
      if (!(await endings.noteAlive(row.id, reason, connection))) return;
      const details = { connection: row.id, reason };
      await audit.append({ action: 'connection.still_alive', actor, details }, connection);
    });
    return reason;
  }

  #forget(row: ConnectionRow, actor: Actor): Promise<void> {
    return this.#end(row, false, actor.name);
  }

  async #end(row: ConnectionRow, isDead: boolean, actor: string): Promise<void> {
    const { database, endings, budgets, sessions, audit } = this.#parts;
    sessions.forget(row.id);
    await database.transaction(async (connection) => {
      if (!(await endings.end(row.id, isDead, connection))) return;
      await budgets.remove(row.id, connection);
      const details = { connection: row.id, connector: row.connector };
      const action = isDead ? 'connection.disconnected' : 'connection.forgotten';
      await audit.append({ action, actor, details }, connection);
    });
  }
}

function inUse(name: string, unfinished: number): string {
  return `${unfinished} request(s) on connection ${name} are not finished. Wait for them or cancel them first: dsr request list.`;
}
