import type { Database, Queryable } from '../store/database.js';
import type { AuditAction, AuditDetails } from './audit-entry.js';
import type { AuditLog } from './audit-log.js';
import { canonicalJson } from './canonical-json.js';

/** Something that happens too often for an entry each time. */
export interface Tally {
  readonly action: AuditAction;
  readonly actor: string;
  /** What it happened to; stands in the entry. */
  readonly subject: AuditDetails;
  /** What is counted by itself within that, such as the operation of a call; empty when nothing is. */
  readonly item: string;
  readonly count: number;
}

/** What is settled: tallies that are as old, or those of a request. */
type Which = { readonly olderThanHours: number } | { readonly request: string };

interface SettledRow {
  readonly action: AuditAction;
  readonly actor: string;
  readonly subject: string;
  readonly since: Date;
  readonly items: readonly string[];
  readonly counts: readonly number[];
}

/** Hours after which calls for a request are settled that goes on: it may wait for a vendor for weeks. */
const hoursOfRequests = 24;
/** Entries written in one transaction, which keeps all others waiting. */
const entriesAtATime = 50;

/** Counts what happens too often for an entry each time; sooner or later the counts go into the audit log, as one entry. */
export class Tallies {
  readonly #database: Database;
  readonly #audit: AuditLog;

  constructor(database: Database, audit: AuditLog) {
    this.#database = database;
    this.#audit = audit;
  }

  /** Adds to what is counted. @returns whether anything was not counted before. */
  async add(tallies: readonly Tally[], connection: Queryable = this.#database): Promise<boolean> {
    if (tallies.length === 0) return false;
    // In one order, so that two of these never wait for each other.
    const { rows } = await connection.query<{ fresh: boolean }>(
      `insert into dsr.audit_tally (action, actor, subject, item, count)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[]) order by 1, 2, 3, 4
       on conflict (action, actor, subject, item) do update set count = audit_tally.count + excluded.count
       returning xmax = 0 as fresh`,
      [
        tallies.map(({ action }) => action),
        tallies.map(({ actor }) => actor),
        tallies.map(({ subject }) => canonicalJson(subject)),
        tallies.map(({ item }) => item),
        tallies.map(({ count }) => count),
      ],
    );
    return rows.some(({ fresh }) => fresh);
  }

  /** Moves what was counted for so many hours into the audit log, an entry per action, actor and subject; with 0, everything. */
  async settle(olderThanHours: number): Promise<void> {
    let moved = entriesAtATime;
    while (moved === entriesAtATime) {
      moved = await this.#database.transaction((own) => this.#move({ olderThanHours }, own));
    }
  }

  /** The same for a request that ends, in the transaction in which it does. */
  async settleRequest(request: string, connection: Queryable): Promise<void> {
    await this.#move({ request }, connection);
  }

  async #move(which: Which, connection: Queryable): Promise<number> {
    const condition =
      'request' in which
        ? `subject::jsonb->>'request' = $1 and action = 'vendor.called'`
        : `since <= now() - make_interval(hours => case when subject::jsonb ? 'request' and action = 'vendor.called' and $1 > 0 then ${hoursOfRequests} else $1 end)`;
    const limit = 'request' in which ? '' : `limit ${entriesAtATime}`;
    // Held in the order in which they are added, too.
    const { rows } = await connection.query<SettledRow>(
      `with chosen as (select distinct action, actor, subject from dsr.audit_tally where ${condition} ${limit}),
       held as (select action, actor, subject, item from dsr.audit_tally join chosen using (action, actor, subject)
         order by action, actor, subject, item for update of audit_tally),
       taken as (delete from dsr.audit_tally using held
         where (audit_tally.action, audit_tally.actor, audit_tally.subject, audit_tally.item)
           = (held.action, held.actor, held.subject, held.item)
         returning audit_tally.*)
       select action, actor, subject, min(since) as since,
         array_agg(item order by item) as items, array_agg(count order by item) as counts
       from taken group by action, actor, subject order by action, actor, subject`,
      ['request' in which ? which.request : which.olderThanHours],
    );
    for (const { action, actor, subject, ...counted } of rows) {
      const details = { ...(JSON.parse(subject) as AuditDetails), ...countsOf(counted) };
      await this.#audit.append({ action, actor, details }, connection);
    }
    return rows.length;
  }
}

function countsOf({ since, items, counts }: Pick<SettledRow, 'since' | 'items' | 'counts'>): AuditDetails {
  const numbers = counts.map(Number);
  const each = items.flatMap((item, index) => (item === '' ? [] : [`${item} ${numbers[index] ?? 0}`]));
  const total = numbers.reduce((sum, count) => sum + count, 0);
  return { since: since.toISOString(), count: total, ...(each.length === 0 ? {} : { counts: each }) };
}
