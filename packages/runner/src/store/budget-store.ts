import type { RateLimit } from '@privacy-connectors/core';
import { adaptation, type Pace } from '@privacy-connectors/core/rate-limit';
import { DatabaseError } from '../errors/runner-error.js';
import type { Database, Queryable } from './database.js';

/** One budget of a connection: a class of limits, or a class and an operation that is counted by itself. */
export interface BudgetPlace {
  readonly connectionId: string;
  readonly name: string;
}

/** Limits, and the token buckets that keep to a share of them. */
export interface PacedLimits {
  readonly limits: readonly RateLimit[];
  readonly paces: readonly Pace[];
}

/** What a process wants of a budget, and what it has learned since it last asked; `cuts` is also about `unused`. */
export interface LeaseRequest extends PaceReport {
  readonly permits: number;
  /** Permits of its last lease that it did not use: they count as given back unless somebody has leased since. */
  readonly unused: number;
  /** `leased` of that lease. */
  readonly since: number;
  /** Seconds the answer is expected to be under way; the permits come due after that. */
  readonly lead: number;
}

/** What a process has learned of the vendor's pace. */
export interface PaceReport {
  /** Cuts that it knew of when it sent what the rest is about. */
  readonly cuts: number;
  /** Whether the vendor refused a request for its pace. */
  readonly throttled: boolean;
  /** Requests that were sent. */
  readonly sent: number;
  /** Those that the vendor answered with anything but 429. */
  readonly successes: number;
  /** What the bucket of each limit may hold at most, by what the vendor says; null where it does not say. */
  readonly ceilings: readonly (number | null)[];
}

/** What a process got. */
export interface Lease {
  /** When the buckets hold what is said here: epoch milliseconds of the database's clock, the lead included. */
  readonly from: number;
  /** What each bucket holds after the permits were taken; below zero they come due as it fills up. */
  readonly content: readonly number[];
  /** What drips into each bucket at present. */
  readonly per_second: readonly number[];
  /** Permits that were ever leased. */
  readonly leased: number;
  readonly cuts: number;
  /** The limits in force: as declared, or as the vendor has told since. */
  readonly limits: readonly RateLimit[];
}

/** A budget as it is shown. */
export interface BudgetRow {
  readonly connection_id: string;
  readonly name: string;
  readonly declared: readonly RateLimit[];
  readonly limits: readonly RateLimit[];
  /** What may be sent at present: the share of the slowest limit, slowed down by the factor. */
  readonly per_second: number;
  readonly factor: number;
  readonly cuts: number;
  readonly cut_at: Date | null;
  /** Sent since the connection was first used. */
  readonly requests: number;
}

/**
 * Rate budgets, shared by every process on the database. The clock is the database's. A statement that changes a budget
 * changes its one row, so processes take their turns at its lock.
 */
export class BudgetStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes the budget when it is new, and begins it anew when other limits are declared; it begins empty. */
  async open({ connectionId, name }: BudgetPlace, declared: PacedLimits): Promise<void> {
    await this.#database.query(
      `insert into dsr.rate_budget as budget (connection_id, name, declared, limits, size, per_second, content)
       values ($1, $2, $3, $3, $4, $5, array_fill(0::float8, array[$6::int]))
       on conflict (connection_id, name) do update
       set declared = excluded.declared, limits = excluded.limits, size = excluded.size,
           per_second = excluded.per_second, content = excluded.content, at = excluded.at, factor = 1
       where budget.declared <> excluded.declared
         or (budget.limits = budget.declared
           and (budget.size, budget.per_second) is distinct from (excluded.size, excluded.per_second))`,
      [connectionId, name, ...columnsOf(declared), declared.limits.length],
    );
  }

  /**
   * Takes permits. What comes due later is taken as well, and paced by whoever has it: so processes take turns without asking
   * again. A refusal cuts the pace, unless somebody reported one of the same time before.
   */
  async lease({ connectionId, name }: BudgetPlace, request: LeaseRequest): Promise<Lease> {
    const { rows } = await this.#database.query<Lease>(leaseStatement, [
      connectionId,
      name,
      request.permits,
      request.unused,
      request.cuts,
      request.throttled,
      request.successes * adaptation.recovery,
      request.ceilings,
      request.lead,
      request.since,
      request.sent,
    ]);
    if (rows[0] === undefined) throw new DatabaseError('A connection was removed while it was in use.');
    return rows[0];
  }

  /** Takes over the limits that the vendor told. */
  async learn({ connectionId, name }: BudgetPlace, learned: PacedLimits): Promise<void> {
    await this.#database.query(
      'update dsr.rate_budget set limits = $3, size = $4, per_second = $5 where connection_id = $1 and name = $2',
      [connectionId, name, ...columnsOf(learned)],
    );
  }

  /** The budgets of connections that have been used, by name. */
  async list(connectionIds: readonly string[]): Promise<readonly BudgetRow[]> {
    const { rows } = await this.#database.query<BudgetRow>(
      `select connection_id, name, declared, limits, factor, cuts, cut_at, requests,
              (select min(rate) from unnest(per_second) as rate) * factor as per_second
       from dsr.rate_budget where connection_id = any($1::uuid[]) order by connection_id, name`,
      [connectionIds],
    );
    return rows;
  }

  async remove(connectionId: string, connection: Queryable): Promise<void> {
    await connection.query('delete from dsr.rate_budget where connection_id = $1', [connectionId]);
  }
}

function columnsOf({ limits, paces }: PacedLimits) {
  return [
    JSON.stringify(limits),
    paces.map(({ size }) => size),
    paces.map(({ perSecond }) => perSecond),
  ] as const;
}

/**
 * A clock that was set back must not stop a connection for as long: `at` is never further ahead than a lead, which is at most
 * a second. What is given back, or said of the pace, from before a cut no longer counts. Nor does what is given back after
 * somebody else has leased: what they got comes due after it, and would come due together with it if it were leased again.
 */
const leaseStatement = `
  update dsr.rate_budget set
    content = array(
      select least(
          size,
          content
            + greatest(extract(epoch from clock_timestamp() - at)::float8 + $9::float8, -1) * per_second * factor
            + case when cuts = $5::int and leased = $10::bigint then $4::float8 else 0 end,
          ceiling,
          case when cuts = $5::int and $6::bool then 0 end
        ) - $3::float8
      from unnest(content, size, per_second, $8::float8[]) with ordinality
        as bucket (content, size, per_second, ceiling, position)
      where bucket.size is not null
      order by position
    ),
    at = clock_timestamp() + $9::float8 * interval '1 second',
    factor = case when cuts = $5::int and $6::bool then greatest(${adaptation.floor}, factor * ${adaptation.cut})
      else least(1, factor + $7::float8) end,
    cuts = cuts + case when cuts = $5::int and $6::bool then 1 else 0 end,
    cut_at = case when cuts = $5::int and $6::bool then clock_timestamp() else cut_at end,
    leased = leased + $3::int,
    requests = requests + $11::int
  where connection_id = $1 and name = $2
  returning extract(epoch from at)::float8 * 1000 as "from", content,
    array(select rate * factor from unnest(per_second) as rate) as per_second, leased, cuts, limits`;
