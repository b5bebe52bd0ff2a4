import type { Identifier } from '@privacy-connectors/core';
import { ConnectorError, ThrottledError } from '@privacy-connectors/core/errors';
import { countCalls } from '../audit/count-calls.js';
import { withUrgency } from '../budgets/urgency.js';
import type { Session, Sessions } from '../connections/session.js';
import { DatabaseError, RunnerError } from '../errors/runner-error.js';
import type { Log } from '../logging/log.js';
import type { Database } from '../store/database.js';
import { markReceipt } from '../store/mark-receipt.js';
import type { TaskStores } from '../tasks/task-run.js';
import { findAgain } from './find-again.js';
import type { DueLook, Findings, ReappearanceStore } from './reappearance-store.js';
import { lookAt } from './schedule.js';

/** Milliseconds until a vendor that could not be asked is asked again, and for which that goes on. */
const pause = 3_600_000;
const patience = 3 * 24 * pause;
/** Behind everything that has a deadline. */
const leastUrgent = new Date(8.64e15);
const notLooked: Findings = { finding: 'not_looked', things: 0 };

/** What looking works with. */
export interface LookingParts {
  readonly database: Database;
  readonly sessions: Sessions;
  readonly stores: TaskStores;
  readonly watches: ReappearanceStore;
  readonly log: Log;
  readonly afterDays: readonly number[];
}

/** Looks for people who were deleted, when it is time. It reports who is back, and deletes nobody. */
export class Looking {
  readonly #parts: LookingParts;

  constructor(parts: LookingParts) {
    this.#parts = parts;
  }

  /** @returns the number of looks. */
  async lookDue(now: Date, signal: AbortSignal): Promise<number> {
    for (let looks = 0; ; looks += 1) {
      const look = signal.aborted ? undefined : await this.#parts.watches.take(now);
      if (look === undefined) return looks;
      await this.#look(look, now, signal);
    }
  }

  async #look(look: DueLook, now: Date, signal: AbortSignal): Promise<void> {
    const { subject } = look;
    if (subject === null) return this.#giveUp(look, now);
    try {
      const session = await this.#parts.sessions.open(look.connectionId);
      const calling = { actor: 'runner', subject: { request: look.requestId, task: look.taskId } };
      const findings = await countCalls(this.#parts.stores.tallies, calling, () =>
        find(session, subject, look.sentAt, signal),
      );
      await this.#record(look, findings, now);
    } catch (error) {
      if (signal.aborted) return this.#parts.watches.postpone(look.id, now);
      if (!isOfConnection(error)) throw error;
      if (now.getTime() - look.dueAt.getTime() >= patience) {
        return this.#record(look, notLooked, now);
      }
      const asked = error instanceof ThrottledError ? error.retryAt.getTime() : 0;
      await this.#parts.watches.postpone(look.id, new Date(Math.max(now.getTime() + pause, asked)));
    }
  }

  /** Nobody can ever look: whom to look for cannot be decrypted. */
  async #giveUp(look: DueLook, now: Date): Promise<void> {
    await this.#record(look, notLooked, now);
    const { requestId: request, taskId: task } = look;
    this.#parts.log.error('vault.damaged', { request, task, outcome: 'not_looked' });
  }

  async #record(look: DueLook, findings: Findings, now: Date): Promise<void> {
    const { database, stores, watches, afterDays } = this.#parts;
    const next = look.subject && lookAt(look.confirmedAt, afterDays, look.looks + 1);
    const { requestId, taskId: task } = look;
    await database.transaction(async (connection) => {
      if (!(await watches.record(look, findings, { now, next }, connection))) return;
      await markReceipt(requestId, connection);
      if (findings.things > 0) {
        const details = { task, ...findings };
        await stores.events.append({ requestId, kind: 'subject.reappeared', details }, connection);
      }
      const details = { request: requestId, task, look: look.looks + 1, ...findings };
      await stores.audit.append({ action: 'subject.looked_for', actor: 'runner', details }, connection);
    });
  }
}

/** What a person may mend at the connection, or the vendor by itself. */
function isOfConnection(error: unknown): boolean {
  return ConnectorError.is(error) || (error instanceof RunnerError && !(error instanceof DatabaseError));
}

/** The calls stand in line behind all others of the connection. */
function find(
  session: Session,
  subject: readonly Identifier[],
  sentAt: Date,
  signal: AbortSignal,
): Promise<Findings> {
  const urgency = { dueAt: leastUrgent, receivedAt: leastUrgent, kind: 'locate' } as const;
  return withUrgency(urgency, () => findAgain(session, subject, sentAt, signal));
}
