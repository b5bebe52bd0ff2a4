import type { ConnectorCatalogue } from '../application/application.js';
import type { Session, Sessions } from '../connections/session.js';
import type { ConnectionStore } from '../store/connection-store.js';
import type { Database } from '../store/database.js';
import { FencedError } from '../store/fenced-error.js';
import type { RequestStore } from '../store/request-store.js';
import type { TaskRow } from '../store/task-store.js';
import type { Work, WorkKind } from '../store/work-store.js';
import type { DataKeys } from '../vault/data-keys.js';
import { eraseWork } from './erase-work.js';
import { judge } from './failures.js';
import { awaken } from './awakening.js';
import type { Barrier } from './barrier.js';
import { beginRun } from './begin-run.js';
import { locateWork } from './locate-work.js';
import type { OpenSearches } from './open-searches.js';
import { openWork } from './open-work.js';
import { isOwnFailure } from './own-failure.js';
import { planWork } from './plan-work.js';
import { readWork } from './read-work.js';
import { recordVerdict } from './record-verdict.js';
import { scanWork } from './scan-work.js';
import type { TaskFinisher } from './task-finisher.js';
import type { TaskRun, TaskStores, WorkHandler } from './task-run.js';
import { endUnopened, isOfConnection } from './unopened-connection.js';

/** Pieces of work done at a time, so that a slow vendor does not keep us below the rate we may use. */
const concurrency = 4;
/** Pieces of work after which an advance reports back, so that the engine's history stays short but moves on. */
const piecesPerAdvance = 64;
/** Milliseconds after which it does so too. */
const millisecondsPerAdvance = 10_000;

const handlers: { readonly [Kind in WorkKind]: WorkHandler } = {
  locate: locateWork,
  scan: scanWork,
  read: readWork,
  open: openWork,
  plan: planWork,
  erase: eraseWork,
};

/** What is next for a task: more work now, more work after a while, or nothing. */
export type Advance =
  | { readonly state: 'more' }
  | { readonly state: 'waiting'; readonly milliseconds: number }
  | { readonly state: 'ended' };

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
  readonly connections: ConnectionStore;
  readonly connectors: ConnectorCatalogue;
  readonly now: () => Date;
}

/** Moves a task on by a bounded number of steps, each committed by itself: it may die anywhere and be called again. */
export class TaskAdvancer {
  readonly #parts: AdvancerParts;

  constructor(parts: AdvancerParts) {
    this.#parts = parts;
  }

  async advance(taskId: string, signal: AbortSignal): Promise<Advance> {
    const task = await this.#parts.stores.tasks.claim(taskId);
    if (task === undefined) return { state: 'ended' };
    try {
      const session = await this.#session(task);
      if (session === undefined) return { state: 'ended' };
      const run = await this.#open(task, session, signal);
      await beginRun(run, this.#parts.requests, this.#parts.searches);
      await this.#work(run);
      const next = await this.#next(run);
      await awaken(this.#parts, run.request.id);
      return next;
    } catch (error) {
      if (error instanceof FencedError) return { state: 'ended' };
      throw error;
    }
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

  async #open(task: TaskRow, session: Session, signal: AbortSignal): Promise<TaskRun> {
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
      signal,
      now,
      mayErase: async () => (await barrier.pause(request.id)) === 0,
      context: () => session.context(signal),
      commit: (commit) =>
        database.transaction(async (connection) => {
          await stores.tasks.assertHeld(task.id, task.epoch, connection);
          await commit(connection);
        }),
    };
  }

  async #work(run: TaskRun): Promise<void> {
    const end = run.now().getTime() + millisecondsPerAdvance;
    for (let pieces = 0; pieces < piecesPerAdvance && run.now().getTime() < end; pieces += concurrency) {
      const sends = await this.#sends(run);
      const works = firstThingsFirst(await run.stores.works.due(run.task.id, run.box, concurrency, sends));
      if (works.length === 0 || run.signal.aborted) return;
      await settleAll(works.map((work) => this.#one(run, work)));
    }
  }

  async #sends(run: TaskRun): Promise<boolean> {
    return run.request.type === 'deletion' && (await run.mayErase());
  }

  async #one(run: TaskRun, work: Work): Promise<void> {
    try {
      await run.commit(await handlers[work.kind](run, work));
    } catch (error) {
      if (isOwnFailure(error)) throw error;
      await this.#failed(run, work, error);
    }
  }

  async #failed(run: TaskRun, work: Work, error: unknown): Promise<void> {
    if (run.signal.aborted) return;
    const verdict = judge(error, work.attempts, run.now());
    if (verdict.kind === 'interrupted') return;
    await run.commit((connection) => recordVerdict(run, work, verdict, connection));
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

/** What is found or planned anew decides about the rest: a deletion's calls wait until the plan is known to be the same. */
function firstThingsFirst(works: readonly Work[]): readonly Work[] {
  for (const first of ['locate', 'plan'] as const) {
    const preparing = works.filter(({ kind }) => kind === first);
    if (preparing.length > 0) return preparing;
  }
  return works;
}

/** Waits for all, so that none goes on behind the caller's back, and then throws the first failure. */
async function settleAll(works: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(works);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}
