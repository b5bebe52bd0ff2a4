import { createHash } from 'node:crypto';
import type { PolicyMode, RedactionPolicy } from '../redaction/policy.js';
import type { ReasonCount, WithheldCount } from '../redaction/record-redaction.js';
import type { RecordPlace } from '../redaction/stored-records.js';
import type { Box } from '../vault/box.js';
import type { Database, Queryable } from './database.js';
import { recordKey } from './record-store.js';

/** What a person decided about one record. */
export interface RecordDecision {
  readonly place: RecordPlace;
  readonly mode: PolicyMode;
  /** The person's own words. */
  readonly reason: string;
}

/** A decision that was stored. */
export interface StoredDecision extends RecordDecision {
  readonly decidedBy: string;
  readonly decidedAt: Date;
}

/** What was done to the records of a task when its package was made. */
export interface RedactionDone {
  readonly policy: RedactionPolicy;
  readonly withheld: readonly WithheldCount[];
  readonly replaced: readonly ReasonCount[];
}

interface DecisionRow {
  readonly key: Buffer;
  readonly mode: PolicyMode;
  readonly content: Buffer;
  readonly decided_by: string;
  readonly decided_at: Date;
}

/** What people decided about single records, sealed with the request, and what packages did by which policy. */
export class RedactionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Takes the place of what was decided about the record before. */
  async decide(
    task: { readonly id: string; readonly request_id: string },
    box: Box,
    { place, mode, reason }: RecordDecision,
    actor: string,
    connection: Queryable,
  ): Promise<void> {
    const key = recordKey(box, place.resource, place.id);
    const content = box.sealJson(context(task.id, key), { resource: place.resource, id: place.id, reason });
    await connection.query(
      `insert into dsr.redaction_override (request_id, task_id, key, mode, content, decided_by) values ($1, $2, $3, $4, $5, $6)
       on conflict (task_id, key) do update set mode = excluded.mode, content = excluded.content,
         decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
      [task.request_id, task.id, key, mode, content, actor],
    );
  }

  async decisions(taskId: string, box: Box): Promise<readonly StoredDecision[]> {
    const { rows } = await this.#database.query<DecisionRow>(
      'select key, mode, content, decided_by, decided_at from dsr.redaction_override where task_id = $1 order by key',
      [taskId],
    );
    return rows.map(({ key, mode, content, decided_by: decidedBy, decided_at: decidedAt }) => {
      const opened = box.openJson(context(taskId, key), content) as unknown as Omit<
        RecordPlace & RecordDecision,
        'place'
      >;
      const place = { resource: opened.resource, id: opened.id };
      return { place, mode, reason: opened.reason, decidedBy, decidedAt };
    });
  }

  /** Keeps what a package did; the receipt of the request is due anew when that is something else than before. */
  async done(task: { readonly id: string; readonly request_id: string }, done: RedactionDone): Promise<void> {
    await this.#database.transaction(async (connection) => {
      const { rowCount } = await connection.query(
        `insert into dsr.redaction as known (task_id, policy, withheld, replaced) values ($1, $2, $3, $4)
         on conflict (task_id) do update set policy = excluded.policy, withheld = excluded.withheld,
           replaced = excluded.replaced, made_at = excluded.made_at
         where (known.policy, known.withheld, known.replaced) is distinct from (excluded.policy, excluded.withheld, excluded.replaced)`,
        [task.id, JSON.stringify(done.policy), JSON.stringify(done.withheld), JSON.stringify(done.replaced)],
      );
      if (rowCount > 0) await connection.query('select dsr.mark_receipt($1)', [task.request_id]);
    });
  }

  /** What the last package of each task did, by the id of the task. */
  async doneOf(requestId: string): Promise<ReadonlyMap<string, RedactionDone>> {
    const { rows } = await this.#database.query<RedactionDone & { readonly task_id: string }>(
      `select task_id, policy, withheld, replaced from dsr.redaction
       where task_id in (select id from dsr.task where request_id = $1)`,
      [requestId],
    );
    return new Map(
      rows.map(({ task_id: id, policy, withheld, replaced }) => [id, { policy, withheld, replaced }]),
    );
  }
}

/** Changes with every decision; empty without any. */
export function versionOf(decisions: readonly StoredDecision[]): string {
  if (decisions.length === 0) return '';
  const described = decisions.map(({ place, mode }) => [place.resource, place.id, mode]);
  return createHash('sha256').update(JSON.stringify(described)).digest('hex').slice(0, 16);
}

/** Binds a ciphertext to its row. */
function context(taskId: string, key: Buffer): string {
  return `redaction_override.content:${taskId}:${key.toString('hex')}`;
}
