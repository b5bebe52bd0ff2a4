import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RateLimit } from '@privacy-connectors/core';
import { Account } from '../../src/budgets/account.js';
import { SharedBudget } from '../../src/budgets/shared-budget.js';
import { BudgetStore, type BudgetRow } from '../../src/store/budget-store.js';
import { Database } from '../../src/store/database.js';
import { startMigratedDatabase } from '../support/migrated-database.js';

/** Connections in a real database, and any number of processes' budgets on them. */
export interface Laboratory {
  readonly url: string;
  readonly database: Database;
  connection(): Promise<string>;
  /** The budget as one more process has it, with a database connection of its own. */
  process(connectionId: string, limits: readonly RateLimit[]): Promise<SharedBudget>;
  /** The stored budget; undefined before it is first used. */
  row(connectionId: string): Promise<BudgetRow>;
  /** Waits until the stored budget is like that. */
  eventually(connectionId: string, isReached: (row: BudgetRow) => boolean): Promise<BudgetRow>;
  /** Leases so far. */
  changes(connectionId: string): Promise<number>;
  close(): Promise<void>;
}

export async function openLaboratory(): Promise<Laboratory> {
  const server = await startMigratedDatabase();
  const { database } = server;
  const opened: Database[] = [];
  await database.query(countLeases);
  const store = new BudgetStore(database);
  const row = async (connectionId: string) => (await store.list([connectionId]))[0]!;
  return {
    url: server.url,
    database,
    connection: async () => {
      const id = randomUUID();
      const sql = `insert into dsr.connection (id, name, connector, settings, authentication) values ($1, $2, 'drift', '{}', 'static_token')`;
      await database.query(sql, [id, id]);
      return id;
    },
    process: async (connectionId, limits) => {
      const own = await Database.open(server.url);
      opened.push(own);
      return new SharedBudget(new Account(new BudgetStore(own), { connectionId, name: 'all' }, limits));
    },
    row,
    eventually: async (connectionId, isReached) => {
      for (;;) {
        const current = await row(connectionId);
        if (isReached(current)) return current;
        await sleep(5);
      }
    },
    changes: async (connectionId) => {
      const sql = 'select count(*)::int as count from lease_count where connection_id = $1';
      return (await database.query<{ count: number }>(sql, [connectionId])).rows[0]!.count;
    },
    close: async () => {
      await Promise.all(opened.map((each) => each.close()));
      await server.stop();
    },
  };
}

const countLeases = `
  create table lease_count (connection_id uuid);
  create function count_lease() returns trigger language plpgsql as $$
    begin
      insert into lease_count values (new.connection_id);
      return new;
    end
  $$;
  create trigger count_lease after update on dsr.rate_budget for each row execute function count_lease()`;

/** Of all windows, by how much the fullest one exceeds what a bucket of that size and rate lets through: at most 0 is good. */
export function excess(
  times: readonly number[],
  { size, perSecond }: { size: number; perSecond: number },
): number {
  const sorted = times.toSorted((one, other) => one - other);
  let level = 0;
  let worst = -Infinity;
  sorted.forEach((time, index) => {
    level = Math.max(0, level - ((time - (sorted[index - 1] ?? time)) / 1000) * perSecond) + 1;
    worst = Math.max(worst, level - size);
  });
  return worst;
}
