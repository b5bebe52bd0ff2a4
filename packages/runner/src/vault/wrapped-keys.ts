import type { Queryable } from '../store/queryable.js';
import { installation, type KeyOwner } from './key-owner.js';

/** A data key under some master key. */
export interface WrappedKeyRow extends KeyOwner {
  readonly wrapped: Buffer;
  readonly wrapper_id: string;
}

/** How many data keys are under one master key. */
export interface WrapperCount {
  readonly id: string;
  readonly count: number;
}

/** Data keys as a rotation of the master key sees them: by what they are wrapped with. Destroyed ones are none. */
export class WrappedKeys {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  /** Largest first. */
  async countByWrapper(): Promise<readonly WrapperCount[]> {
    const { rows } = await this.#database.query<WrapperCount>(
      `select wrapper_id as id, count(*) as count from dsr.data_key
       where wrapped is not null group by wrapper_id order by count desc, id`,
    );
    return rows;
  }

  /** Keys that are not under `wrapperId`, in the order of their owners, after the given one. */
  async notUnder(
    wrapperId: string,
    after: KeyOwner | undefined,
    limit: number,
  ): Promise<readonly WrappedKeyRow[]> {
    const { rows } = await this.#database.query<WrappedKeyRow>(
      `select scope, scope_id as id, wrapped, wrapper_id from dsr.data_key
       where wrapped is not null and wrapper_id <> $1 and (scope, scope_id) > ($2, $3)
       order by scope, scope_id limit $4`,
      [wrapperId, after?.scope ?? '', after?.id ?? '', limit],
    );
    return rows;
  }

  async installation(): Promise<WrappedKeyRow | undefined> {
    const { rows } = await this.#database.query<WrappedKeyRow>(
      `select scope, scope_id as id, wrapped, wrapper_id from dsr.data_key
       where scope = $1 and scope_id = $2 and wrapped is not null`,
      [installation.scope, installation.id],
    );
    return rows[0];
  }

  /** Puts a key under another master key. False, and nothing done, when it was destroyed or wrapped anew in the meantime. */
  async replace(key: WrappedKeyRow, wrapped: Buffer, wrapperId: string): Promise<boolean> {
    const { rowCount } = await this.#database.query(
      `update dsr.data_key set wrapped = $4, wrapper_id = $5
       where scope = $1 and scope_id = $2 and wrapped = $3`,
      [key.scope, key.id, key.wrapped, wrapped, wrapperId],
    );
    return rowCount > 0;
  }
}
