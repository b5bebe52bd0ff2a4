import type { Queryable } from '../store/database.js';

/** A number of what some words describe. */
export interface Counted {
  readonly count: number;
}

/** How fast a connection's vendor is asked. */
export interface BudgetFigure {
  readonly connector: string;
  readonly connection: string;
  readonly name: string;
  readonly requests: number;
  readonly cuts: number;
  readonly factor: number;
  readonly per_second: number;
}

/** How long nobody used a connection, and how old its token is unless it expires; in seconds. */
export interface ConnectionFigure {
  readonly connector: string;
  readonly connection: string;
  readonly idle: number;
  readonly token_age: number | null;
}

/** What is told to monitoring, counted in the database. */
export interface Figures {
  readonly requests: readonly (Counted & { readonly type: string; readonly status: string })[];
  readonly tasks: readonly (Counted & { readonly connector: string; readonly status: string })[];
  readonly outcomes: readonly (Counted & { readonly connector: string; readonly outcome: string })[];
  readonly budgets: readonly BudgetFigure[];
  readonly deliveries: readonly (Counted & { readonly webhook: string; readonly state: string })[];
  /** Later looks for people who were deleted, by what they found. */
  readonly reappearances: readonly (Counted & { readonly finding: string })[];
  readonly connections: readonly ConnectionFigure[];
  readonly stillAlive: number;
  readonly overdue: number;
  /** Seconds for which the oldest receipt that is due could not be made; 0 when none is due. */
  readonly receiptAge: number;
  /** Seconds since the oldest request that waits for a worker was received; 0 when none waits. */
  readonly queueAge: number;
}

/** Counts everything on one state of the database. */
export async function readFigures(database: Queryable): Promise<Figures> {
  const read = async <Row extends object>(sql: string): Promise<readonly Row[]> =>
    (await database.query<Row>(sql)).rows;
  const [times] = await read<{ overdue: number; age: number; still_alive: number; receipt_age: number }>(
    timesSql,
  );
  return {
    requests: await read(
      'select type, status, count(*)::int as count from dsr.request group by type, status',
    ),
    tasks: await read(tasksSql),
    outcomes: await read(outcomesSql),
    budgets: await read(budgetsSql),
    deliveries: await read(deliveriesSql),
    reappearances: await read(reappearancesSql),
    connections: await read(connectionsSql),
    stillAlive: times?.still_alive ?? 0,
    overdue: times?.overdue ?? 0,
    receiptAge: times?.receipt_age ?? 0,
    queueAge: times?.age ?? 0,
  };
}

const tasksSql = `
  select connection.connector, task.status, count(*)::int as count
  from dsr.task join dsr.connection on connection.id = task.connection_id group by 1, 2`;

const outcomesSql = `
  select connection.connector, counted.outcome, sum(counted.number::float8) as count
  from dsr.task join dsr.connection on connection.id = task.connection_id,
    jsonb_each_text(task.outcomes) as counted (outcome, number)
  group by 1, 2`;

/** Each finding has its figure from the start: what an alert watches must not come into being with it. */
const reappearancesSql = `
  select found.finding, count(reappearance.id)::int as count
  from unnest(array['none', 'reappeared', 'not_deleted', 'unknown', 'not_looked']) as found (finding)
    left join dsr.reappearance using (finding) group by 1 order by 1`;

const budgetsSql = `
  select connection.connector, connection.name as connection, budget.name, budget.requests::float8 as requests,
    budget.cuts, budget.factor,
    budget.factor * (select min(rate) from unnest(budget.per_second) as rate) as per_second
  from dsr.rate_budget as budget join dsr.connection on connection.id = budget.connection_id
  where connection.removed_at is null`;

const connectionsSql = `
  select connector, name as connection,
    extract(epoch from now() - coalesce(used_at, created_at))::float8 as idle,
    case when not credentials_expire then extract(epoch from now() - credentials_at)::float8 end as token_age
  from dsr.connection where removed_at is null`;

/** An endpoint with none has zeros: what an alert watches must not come into being with the failure. */
const deliveriesSql = `
  select webhook.name as webhook, state, count(delivery.id)::int as count
  from dsr.webhook cross join (values ('waiting', false), ('failed', true)) as states (state, has_failed)
    left join dsr.webhook_delivery as delivery
      on delivery.webhook = webhook.name and (delivery.failed_at is not null) = has_failed
  group by 1, 2 order by 1, 2`;

const timesSql = `
  select count(*) filter (where due_at < now())::int as overdue,
    coalesce(extract(epoch from now() - min(received_at) filter (where status = 'received')), 0)::float8 as age,
    (select count(*)::int from dsr.connection where removed_at is not null and tokens is not null) as still_alive,
    (select coalesce(extract(epoch from now() - min(since)), 0)::float8 from dsr.receipt_due) as receipt_age
  from dsr.request where finished_at is null`;
