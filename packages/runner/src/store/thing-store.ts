import type { LocatedThing } from '@privacy-connectors/core';
import { canonicalJson } from '../audit/canonical-json.js';
import type { Box } from '../vault/box.js';
import type { Database, Queryable } from './database.js';

/** What `locate` found, once per ref, however many ways led to it. */
export class ThingStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(taskId: string, box: Box, things: readonly LocatedThing[], connection: Queryable): Promise<void> {
    for (const thing of things) {
      const key = box.digest(`thing:${thing.resource}:${canonicalJson(thing.ref)}`);
      await connection.query(
        'insert into dsr.thing (task_id, key, resource, content) values ($1, $2, $3, $4) on conflict (task_id, key) do update set content = excluded.content, former = false',
        [taskId, key, thing.resource, box.sealJson(context(taskId, key), { ...thing })],
      );
    }
  }

  /** What is there, as far as this run of the task has found. */
  all(taskId: string, box: Box, connection: Queryable = this.#database): Promise<readonly LocatedThing[]> {
    return read(taskId, box, false, connection);
  }

  /** What only earlier runs found. */
  former(taskId: string, box: Box, connection: Queryable): Promise<readonly LocatedThing[]> {
    return read(taskId, box, true, connection);
  }

  /** Another run finds what is still there. */
  async setAside(taskId: string, connection: Queryable): Promise<void> {
    await connection.query('update dsr.thing set former = true where task_id = $1', [taskId]);
  }
}

async function read(
  taskId: string,
  box: Box,
  former: boolean,
  connection: Queryable,
): Promise<readonly LocatedThing[]> {
  const { rows } = await connection.query<{ key: Buffer; content: Buffer }>(
    'select key, content from dsr.thing where task_id = $1 and former = $2 order by key',
    [taskId, former],
  );
  return rows.map((row) => box.openJson(context(taskId, row.key), row.content) as unknown as LocatedThing);
}

/** Binds a ciphertext to its row. */
function context(taskId: string, key: Buffer): string {
  return `thing:${taskId}:${key.toString('hex')}`;
}
