import type { Actor } from '../access/actor.js';
import type { Removal as How } from '../application/connections.js';
import type { AliveReason, RemovedConnectionView } from '../application/views/connection-view.js';
import type { AuditLog } from '../audit/audit-log.js';
import { countCalls } from '../audit/count-calls.js';
import type { Tallies } from '../audit/tallies.js';
import { ConflictError, KeyServiceError } from '../errors/runner-error.js';
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
  readonly tallies: Tallies;
}

interface Alive {
  readonly row: ConnectionRow;
  readonly reason: AliveReason;
}

/** Removes connections: out of use at once, and their credentials destroyed once they are dead at the vendor. */
export class Removal {
  readonly #parts: RemovalParts;

  constructor(parts: RemovalParts) {
    this.#parts = parts;
  }

  /**
   * Also those that were removed earlier under the name, and may still be alive.
   * @throws NotFoundError when there is no such connection, ConflictError while requests on it are unfinished.
   */
  async remove(name: string, { forget, signal }: How, actor: Actor): Promise<RemovedConnectionView> {
    const isTakenOut = await this.#takeOut(name, actor);
    const rows = await this.#parts.endings.ofName(name);
    if (rows.length === 0 && !isTakenOut) throw noSuchConnection(name);
    const patient = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    const alive: Alive[] = [];
    for (const row of rows) {
      const attempt = this.#tryToEnd(row, patient, actor.name);
      const reason = await (forget ? attempt.catch(unusableWithoutKey) : attempt);
      if (reason === null) continue;
      alive.push({ row, reason });
      if (forget) await this.#forget(row, actor);
    }
    return this.#view(name, alive, forget);
  }

  #view(name: string, alive: readonly Alive[], forget: boolean): RemovedConnectionView {
    const [first] = alive;
    const steps = alive.flatMap(({ row }) => this.#parts.disconnection.stepsFor(row));
    const state = first === undefined ? 'disconnected' : forget ? 'forgotten' : 'still_alive';
    return { removed: name, state, reason: first?.reason ?? null, manualSteps: [...new Set(steps)] };
  }

  /** Tries those again that are due: what a worker does now and then. @throws what the first one did that could not be tried. */
  async tryDue(signal: AbortSignal): Promise<void> {
    const failures: unknown[] = [];
    for (let row = await this.#parts.endings.takeDue(); row !== undefined && !signal.aborted;) {
      const patient = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
      await this.#tryToEnd(row, patient, 'worker').catch((error: unknown) => failures.push(error));
      row = await this.#parts.endings.takeDue();
    }
    if (failures.length > 0) throw failures[0];
  }

  /** False when no connection in use has that name. */
  async #takeOut(name: string, actor: Actor): Promise<boolean> {
    const { database, connections, endings, tasks, audit } = this.#parts;
    const row = await connections.byName(name);
    if (row === undefined) return false;
    await database.transaction(async (connection) => {
      await connections.lock(row.id, connection);
      const unfinished = await tasks.unfinishedOn(row.id, connection);
      if (unfinished > 0) throw new ConflictError(inUse(name, unfinished));
      await endings.begin(row.id, connection);
      const details = { connection: row.id };
      await audit.append({ action: 'connection.removed', actor: actor.name, details }, connection);
    });
    return true;
  }

  async #tryToEnd(row: ConnectionRow, signal: AbortSignal, actor: string): Promise<AliveReason | null> {
    const { database, endings, audit, tallies, disconnection } = this.#parts;
    const calling = { actor, subject: { connection: row.id } };
    const attempt = countCalls(tallies, calling, () => disconnection.attempt(row, signal));
    const reason = await attempt.catch((error: unknown) => {
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

/** Forgetting needs no key: credentials that nobody can open go like all others. */
function unusableWithoutKey(error: unknown): AliveReason {
  if (error instanceof KeyServiceError) return 'unusable';
  throw error;
}
