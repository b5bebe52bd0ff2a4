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
        'insert into dsr.thing (task_id, key, resource, content) values ($1, $2, $3, $4) on conflict (task_id, key) do update set content = excluded.content',
        [taskId, key, thing.resource, box.sealJson(context(taskId, key), { ...thing })],
      );
    }
  }

  async all(
    taskId: string,
    box: Box,
    connection: Queryable = this.#database,
  ): Promise<readonly LocatedThing[]> {
    const { rows } = await connection.query<{ key: Buffer; content: Buffer }>(
      'select key, content from dsr.thing where task_id = $1 order by key',
      [taskId],
    );
    return rows.map((row) => box.openJson(context(taskId, row.key), row.content) as unknown as LocatedThing);
  }

  async clear(taskId: string, connection: Queryable): Promise<void> {
    await connection.query('delete from dsr.thing where task_id = $1', [taskId]);
  }
}

/** Binds a ciphertext to its row. */
function context(taskId: string, key: Buffer): string {
  return `thing:${taskId}:${key.toString('hex')}`;
}
