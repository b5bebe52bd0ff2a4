import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import { countCalls } from '../audit/count-calls.js';
import type { Session, Sessions } from '../connections/session.js';
import { withUrgency } from '../budgets/urgency.js';
import type { ConnectionStore } from '../store/connection-store.js';
import type { Database } from '../store/database.js';
import type { DispatchStore } from '../store/dispatch-store.js';
import { FencedError } from '../store/fenced-error.js';
import type { RequestStore } from '../store/request-store.js';
import type { TaskRow } from '../store/task-store.js';
import type { Work, WorkKind } from '../store/work-store.js';
import type { Tracing } from '../tracing/tracing.js';
import { stepSpan, taskSpan } from '../tracing/work-spans.js';
import type { DataKeys } from '../vault/data-keys.js';
import type { Holder, TaskWork } from '../engine/workflow-engine.js';
import type { Advance } from './advance.js';
import { deadlyReason, failureReason, putAside } from './dead-letter.js';
import { eraseWork } from './erase-work.js';
import { judge } from './failures.js';
import { awaken } from './awakening.js';
import type { Barrier } from './barrier.js';
import { beginRun } from './begin-run.js';
import { firstThingsFirst } from './first-things-first.js';
import { locateWork } from './locate-work.js';
import type { OpenSearches } from './open-searches.js';
import { openWork } from './open-work.js';
import { isOwnFailure } from './own-failure.js';
import { planWork } from './plan-work.js';
import { readWork } from './read-work.js';
import { recordVerdict } from './record-verdict.js';
import { scanWork } from './scan-work.js';
import { settleAll } from './settle-all.js';
import type { Place } from './urgency.js';
import type { TaskFinisher } from './task-finisher.js';
import type { Commit, TaskRun, TaskStores, WorkHandler } from './task-run.js';
import { endUnopened, isOfConnection } from './unopened-connection.js';

/** Pieces of work done at a time, so that a slow vendor does not keep us below the rate we may use. */
const concurrency = 4;
/** Pieces of work after which an advance reports back, so that the engine's history stays short but moves on. */
const piecesPerAdvance = 64;
/** Milliseconds after which it does so too. */
const millisecondsPerAdvance = 10_000;
/** Holders in a row that may die with a task: twice among others, then by itself. */
const deathLimit = 5;

const handlers: { readonly [Kind in WorkKind]: WorkHandler } = {
  locate: locateWork,
  scan: scanWork,
  read: readWork,
  open: openWork,
  plan: planWork,
  erase: eraseWork,
};

/** What the advancer works with. */
export interface AdvancerParts {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly requests: RequestStore;
  readonly stores: TaskStores;
  readonly sessions: Sessions;
  readonly finisher: TaskFinisher;
  readonly searches: OpenSearches;
  readonly barrier: Barrier;
  readonly dispatches: DispatchStore;
  readonly connections: ConnectionStore;
  readonly connectors: ConnectorCatalogue;
  readonly tracing: Tracing;
  readonly now: () => Date;
}

/** Moves a task on by a bounded number of steps, each committed by itself: it may die anywhere and be called again. */
export class TaskAdvancer implements TaskWork {
  readonly #parts: AdvancerParts;

  constructor(parts: AdvancerParts) {
    this.#parts = parts;
  }

  async advance(taskId: string, holder: Holder): Promise<Advance> {
    const { holds } = this.#parts.stores;
    const task = await holds.claim(taskId, holder.processId);
    if (task === undefined) return { state: 'ended' };
    let next: Advance = { state: 'more' };
    try {
      next = await this.#parts.tracing.within(taskSpan(task), () =>
        task.deaths < deathLimit ? this.#advance(task, holder) : this.#condemn(task),
      );
      return next;
    } catch (error) {
      if (error instanceof FencedError) return { state: 'ended' };
      throw error;
    } finally {
      await holds.release(task, next.state === 'waiting' ? next.milliseconds : 0);
    }
  }

  async #advance(task: TaskRow, holder: Holder): Promise<Advance> {
    const session = await this.#session(task);
    if (session === undefined) return { state: 'ended' };
    const run = await this.#open(task, session, holder);
    await beginRun(run, this.#parts.requests, this.#parts.searches);
    if (run.request.status === 'received') await this.#parts.finisher.refreshRequest(run.request.id);
    const calling = { actor: 'runner', subject: { request: run.request.id, task: run.task.id } };
    await countCalls(run.stores.tallies, calling, () => this.#work(run));
    const next = await this.#next(run);
    await awaken(this.#parts, run.request.id);
    return next;
  }

  async placeOf(taskId: string, processId: string): Promise<Place> {
    const place = await this.#parts.dispatches.placeOf(taskId, processId);
    if (place === undefined) throw new FencedError();
    return place;
  }

  /** Ends a task that a failure of our own keeps from going on. */
  async giveUp(taskId: string, error: unknown, { processId }: Holder): Promise<void> {
    const task = await this.#parts.stores.holds.claim(taskId, processId);
    if (task !== undefined) await putAside(this.#parts, task, failureReason(error));
  }

  async #condemn(task: TaskRow): Promise<Advance> {
    await putAside(this.#parts, task, deadlyReason(task.deaths));
    return { state: 'ended' };
  }

  /** Undefined when the connection cannot be opened; the task has ended then. */
  async #session(task: TaskRow): Promise<Session | undefined> {
    try {
      return await this.#parts.sessions.open(task.connection_id);
    } catch (error) {
      if (!isOfConnection(error)) throw error;
      await endUnopened(this.#parts, task, error);
      return undefined;
    }
  }

  async #open(task: TaskRow, session: Session, { stopping, signal }: Holder): Promise<TaskRun> {
    const { database, keys, requests, stores, connections, barrier, now } = this.#parts;
    const request = await requests.byId(task.request_id);
    if (request === undefined) throw new FencedError();
    const connection = await connections.byId(task.connection_id);
    return {
      task,
      request,
      session,
      namespaces: connection?.namespaces ?? {},
      box: await keys.box('request', request.id),
      connectionBox: await keys.box('connection', task.connection_id),
      stores,
      stopping,
      signal,
      now,
      mayErase: async () => (await barrier.pause(request.id)) === 0,
      context: () => session.context(signal),
      commit: (commit) =>
        database.transaction(async (connection) => {
          await stores.holds.assertHeld(task, connection);
          await commit(connection);
        }),
    };
  }

  /** A task in whose hands a process died does one piece: the one that kills is found out, the others acquit themselves. */
  async #work(run: TaskRun): Promise<void> {
    const end = run.now().getTime() + millisecondsPerAdvance;
    const [width, limit] = run.task.deaths > 0 ? [1, 1] : [concurrency, piecesPerAdvance];
    for (let pieces = 0; pieces < limit && run.now().getTime() < end; pieces += width) {
      const sends = await this.#sends(run);
      const works = firstThingsFirst(await run.stores.works.due(run.task.id, run.box, width, sends));
      if (works.length === 0 || run.stopping.aborted) return;
      await settleAll(works.map((work) => this.#one(run, work)));
    }
  }

  async #sends(run: TaskRun): Promise<boolean> {
    return run.request.type === 'deletion' && (await run.mayErase());
  }

  async #one(run: TaskRun, work: Work): Promise<void> {
    try {
      const urgency = { dueAt: run.request.due_at, receivedAt: run.request.received_at, kind: work.kind };
      await this.#parts.tracing.within(stepSpan(run.task, work), async () =>
        commitWork(run, await withUrgency(urgency, () => handlers[work.kind](run, work))),
      );
    } catch (error) {
      if (isOwnFailure(error)) throw error;
      await this.#failed(run, work, error);
    }
  }

  async #failed(run: TaskRun, work: Work, error: unknown): Promise<void> {
    if (run.signal.aborted) return;
    const verdict = judge(error, work.attempts, run.now());
    if (verdict.kind === 'interrupted') return;
    await commitWork(run, (connection) => recordVerdict(run, work, verdict, connection));
  }

  async #next(run: TaskRun): Promise<Advance> {
    const current = await run.stores.tasks.byId(run.task.id);
    if (current?.status !== 'running') {
      await this.#parts.finisher.refreshRequest(run.request.id);
      return { state: 'ended' };
    }
    const pause = run.request.type === 'deletion' ? await this.#parts.barrier.pause(run.request.id) : 0;
    const left = await run.stores.works.nextDue(run.task.id, true);
    if (left === null) return this.#end(run);
    const due = pause === 0 ? left : await run.stores.works.nextDue(run.task.id, false);
    const milliseconds = Math.min(due?.milliseconds ?? pause, pause === 0 ? Infinity : pause);
    return milliseconds > 0 ? { state: 'waiting', milliseconds } : { state: 'more' };
  }

  /** A task ends unless something was found meanwhile to search by. */
  async #end(run: TaskRun): Promise<Advance> {
    const open = await this.#parts.searches.of(run.request.id);
    if (open.has(run.task.id)) return { state: 'more' };
    await this.#parts.finisher.finish(run);
    return { state: 'ended' };
  }
}

/** Commits what a piece of work came to, which may hold the audit log at its end. The work did not kill its holder. */
async function commitWork(run: TaskRun, commit: Commit): Promise<void> {
  await run.commit(async (connection) => {
    if (run.task.deaths > 0) await run.stores.holds.acquit(run.task, connection);
    await commit(connection);
  });
}
