import type { RequestType } from '../application/views/request-view.js';
import type { TaskStatus } from '../application/views/task-view.js';
import type { Database } from './database.js';

/** An unfinished task, and how far its work is. */
export interface ForecastTask {
  readonly id: string;
  readonly request_id: string;
  readonly connection_id: string;
  readonly connector: string;
  readonly type: RequestType;
  readonly status: TaskStatus;
  /** Pieces of work that are due, and that ended. */
  readonly due: number;
  readonly ended: number;
  /** Whether it waits for a scan now, and whether one is over. */
  readonly scanning: boolean;
  readonly scanned: boolean;
  /** Before which nothing but waiting for a scan is due; null when something is. */
  readonly held_until: Date | null;
}

/** Pieces of work that the tasks of a type took on a connection, on average. */
export interface TypicalWork {
  readonly connection_id: string;
  readonly type: RequestType;
  readonly works: number;
}

/** Scans of a connection. */
export interface ForecastScan {
  readonly connection_id: string;
  readonly resource: string;
  readonly under_way: boolean;
  readonly pages: number;
  readonly whole_pages: number | null;
  readonly warm: boolean;
  readonly not_before: Date;
}

/** Calls a second that a connection may be called with now, as its vendor's answers have it. */
export interface LearnedPace {
  readonly connection_id: string;
  readonly per_second: number;
}

/** What a forecast is made from, as of one moment. */
export interface ForecastFacts {
  /** Most urgent first. */
  readonly tasks: readonly ForecastTask[];
  readonly typical: readonly TypicalWork[];
  readonly scans: readonly ForecastScan[];
  readonly paces: readonly LearnedPace[];
  /** Whether any process carries tasks out. */
  readonly isWorked: boolean;
}

/** Finished tasks of a connection from which the work of the next one is told. */
const samples = 20;
/** Seconds after its last sign of life for which a process counts as working. */
const aliveSeconds = 10;

/** Reads what is known about the work that lies ahead. */
export class ForecastStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async facts(): Promise<ForecastFacts> {
    return this.#database.snapshot(async (connection) => {
      const tasks = await connection.query<ForecastTask>(unfinishedTasks);
      const typical = await connection.query<TypicalWork>(typicalWork);
      const scans = await connection.query<ForecastScan>(scansOfUnfinished);
      const paces = await connection.query<LearnedPace>(pacesOfUnfinished);
      const alive = await connection.query(
        `select 1 from dsr.process where beat_at > now() - make_interval(secs => $1) limit 1`,
        [aliveSeconds],
      );
      return {
        tasks: tasks.rows,
        typical: typical.rows,
        scans: scans.rows,
        paces: paces.rows,
        isWorked: alive.rowCount > 0,
      };
    });
  }
}

const unfinished = `task.status in ('received', 'running', 'awaiting_approval')`;

const unfinishedTasks = `
  select task.id, task.request_id, task.connection_id, connection.connector, request.type, task.status,
    work.due, work.ended, work.scanning, work.scanned, work.held_until
  from dsr.task
  join dsr.request on request.id = task.request_id
  join dsr.connection on connection.id = task.connection_id
  cross join lateral (
    select count(*) filter (where state = 'due' and kind <> 'scan')::int as due,
      count(*) filter (where state = 'ended')::int as ended,
      coalesce(bool_or(state = 'due' and kind = 'scan'), false) as scanning,
      coalesce(bool_or(state = 'ended' and kind = 'scan'), false) as scanned,
      min(not_before) filter (where state = 'due' and kind <> 'scan') as held_until
    from dsr.work where work.task_id = task.id
  ) as work
  where ${unfinished}
  order by request.due_at, request.received_at, task.id`;

const typicalWork = `
  select busy.connection_id, sample.type, avg(sample.works)::float8 as works
  from (select distinct connection_id from dsr.task where ${unfinished}) as busy
  cross join (values ('access'), ('deletion')) as kind (type)
  cross join lateral (
    select request.type, (select count(*) from dsr.work where work.task_id = task.id) as works
    from dsr.task join dsr.request on request.id = task.request_id
    where task.connection_id = busy.connection_id and task.status = 'completed' and request.type = kind.type
    order by request.finished_at desc nulls last limit ${samples}
  ) as sample
  group by busy.connection_id, sample.type`;

const scansOfUnfinished = `
  select connection_id, resource, begun_at is not null as under_way, pages, whole_pages,
    covered_top is not null as warm, not_before
  from dsr.scan where connection_id in (select connection_id from dsr.task where ${unfinished})`;

const pacesOfUnfinished = `
  select connection_id, min((select min(rate) from unnest(per_second) as rate) * factor)::float8 as per_second
  from dsr.rate_budget where connection_id in (select connection_id from dsr.task where ${unfinished})
  group by connection_id`;
