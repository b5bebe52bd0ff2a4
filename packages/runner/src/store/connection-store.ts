import { randomUUID } from 'node:crypto';
import { Sensitive } from '@privacy-connectors/core';
import type { TokenSet } from '@privacy-connectors/core/oauth';
import type { AliveReason } from '../application/views/connection-view.js';
import type { Namespaces } from '../identifiers/namespaces.js';
import type { PolicyChanges } from '../redaction/policy.js';
import type { DataKeys } from '../vault/data-keys.js';
import type { Database, Queryable } from './database.js';
import { type KeptTokens, keptTokens, tokensOf } from './kept-tokens.js';
import { voidScans } from './void-scans.js';

/** A connection without its secrets. */
export interface ConnectionRow {
  readonly id: string;
  readonly name: string;
  readonly connector: string;
  readonly settings: { readonly [name: string]: string | number | boolean };
  readonly namespaces: Namespaces;
  /** Where it differs from the policy of the installation. */
  readonly redaction_policy: PolicyChanges;
  readonly authentication: 'static_token' | 'authorization_code';
  readonly client_id: string | null;
  readonly granted_scopes: readonly string[] | null;
  readonly account: string | null;
  readonly created_at: Date;
  /** Counts how often settings and credentials were replaced. */
  readonly revision: number;
  /** When a person gave the credentials. */
  readonly credentials_at: Date;
  /** False for a token that is valid until somebody ends it. */
  readonly credentials_expire: boolean;
  /** To the hour; null before the first use for a request. */
  readonly used_at: Date | null;
  /** When it was taken out of use. */
  readonly removed_at: Date | null;
  /** Why the vendor may still accept the credentials of a connection that was removed. */
  readonly alive_reason: AliveReason | null;
}

/** What is known of a connection when it is stored. */
export interface ConnectionDetails extends Pick<
  ConnectionRow,
  | 'name'
  | 'connector'
  | 'settings'
  | 'namespaces'
  | 'redaction_policy'
  | 'authentication'
  | 'client_id'
  | 'granted_scopes'
  | 'account'
> {
  readonly clientSecret: Sensitive<string> | null;
  readonly tokens: TokenSet;
}

/** What a row is read from. */
export const connectionColumns =
  'id, name, connector, settings, namespaces, redaction_policy, authentication, client_id, granted_scopes, account, created_at, revision, credentials_at, credentials_expire, used_at, removed_at, alive_reason';

/** Connections and their sealed secrets, each under the connection's own data key. */
export class ConnectionStore {
  readonly #database: Database;
  readonly #keys: DataKeys;

  constructor(database: Database, keys: DataKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async list(): Promise<readonly ConnectionRow[]> {
    const sql = `select ${connectionColumns} from dsr.connection where removed_at is null order by name`;
    return (await this.#database.query<ConnectionRow>(sql)).rows;
  }

  async byName(name: string, connection: Queryable = this.#database): Promise<ConnectionRow | undefined> {
    const { rows } = await connection.query<ConnectionRow>(
      `select ${connectionColumns} from dsr.connection where name = $1 and removed_at is null`,
      [name],
    );
    return rows[0];
  }

  async byId(id: string): Promise<ConnectionRow | undefined> {
    return (await this.byIds([id])).get(id);
  }

  /** Connections by their ids, those that were removed too. */
  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, ConnectionRow>> {
    const { rows } = await this.#database.query<ConnectionRow>(
      `select ${connectionColumns} from dsr.connection where id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async insert(details: ConnectionDetails, connection: Queryable): Promise<string> {
    const id = randomUUID();
    await this.#keys.create('connection', id, connection);
    await connection.query(
      `insert into dsr.connection (id, name, connector, settings, authentication) values ($1, $2, $3, $4, $5)`,
      [id, details.name, details.connector, JSON.stringify(details.settings), details.authentication],
    );
    await this.update(id, details, connection);
    return id;
  }

  /** Replaces settings and credentials, as after a new authorisation. */
  async update(id: string, details: ConnectionDetails, connection: Queryable): Promise<void> {
    const box = await this.#keys.box('connection', id, connection);
    const secret = details.clientSecret;
    const settings = JSON.stringify(details.settings);
    await voidScans(id, connection);
    await connection.query(
      'delete from dsr.scan_entry using dsr.connection where connection_id = id and id = $1 and settings <> $2::jsonb',
      [id, settings],
    );
    await connection.query(
      `update dsr.connection set settings = $2, authentication = $3, client_id = $4, client_secret = $5, granted_scopes = $6, account = $7, namespaces = $8,
         credentials_at = now(), credentials_expire = $9, redaction_policy = $10, revision = revision + 1 where id = $1`,
      [
        id,
        settings,
        details.authentication,
        details.client_id,
        secret === null ? null : box.sealJson('connection.client_secret', secret.reveal()),
        details.granted_scopes,
        details.account,
        JSON.stringify(details.namespaces),
        details.tokens.expiresAt !== null,
        JSON.stringify(details.redaction_policy),
      ],
    );
    await this.saveTokens(id, details.tokens, connection);
  }

  /** Replaces how it differs from the policy of the installation. */
  async setPolicy(id: string, policy: PolicyChanges, connection: Queryable): Promise<void> {
    await connection.query('update dsr.connection set redaction_policy = $2 where id = $1', [
      id,
      JSON.stringify(policy),
    ]);
  }

  async recordCheck(
    id: string,
    grantedScopes: readonly string[] | null,
    account: string | null,
    connection: Queryable,
  ): Promise<void> {
    const { rowCount } = await connection.query(
      `update dsr.connection set granted_scopes = coalesce($2, granted_scopes), account = coalesce($3, account)
       where id = $1 and (granted_scopes is distinct from coalesce($2, granted_scopes) or account is distinct from coalesce($3, account))`,
      [id, grantedScopes, account],
    );
    if (rowCount > 0) await voidScans(id, connection);
  }

  async clientSecret(id: string): Promise<Sensitive<string> | null> {
    const { rows } = await this.#database.query<{ client_secret: Buffer | null }>(
      'select client_secret from dsr.connection where id = $1',
      [id],
    );
    const sealed = rows[0]?.client_secret;
    if (sealed === null || sealed === undefined) return null;
    const box = await this.#keys.box('connection', id);
    return new Sensitive(box.openJson('connection.client_secret', sealed) as string);
  }

  async tokens(id: string, connection: Queryable = this.#database): Promise<TokenSet> {
    const { rows } = await connection.query<{ tokens: Buffer }>(
      'select tokens from dsr.connection where id = $1',
      [id],
    );
    const box = await this.#keys.box('connection', id, connection);
    return tokensOf(
      box.openJson('connection.tokens', rows[0]?.tokens ?? Buffer.alloc(0)) as unknown as KeptTokens,
    );
  }

  async saveTokens(id: string, tokens: TokenSet, connection: Queryable): Promise<void> {
    const box = await this.#keys.box('connection', id, connection);
    const sealed = box.sealJson('connection.tokens', keptTokens(tokens));
    await connection.query('update dsr.connection set tokens = $2 where id = $1', [id, sealed]);
  }

  /** Replaces tokens by their successors. False, and nothing done, when the credentials are other ones by now. */
  async renewTokens(
    { id, revision }: Pick<ConnectionRow, 'id' | 'revision'>,
    tokens: TokenSet,
    connection: Queryable,
  ): Promise<boolean> {
    const { rowCount } = await connection.query(
      'select 1 from dsr.connection where id = $1 and revision = $2 for no key update',
      [id, revision],
    );
    if (rowCount > 0) await this.saveTokens(id, tokens, connection);
    return rowCount > 0;
  }

  /** Whether a connection in use works with that app at that account, or perhaps at that; null for an account nobody knows. */
  async isAppInUse(app: {
    readonly connector: string;
    /** Null for a token made by hand, which belongs to no app. */
    readonly clientId: string | null;
    readonly account: string | null;
  }): Promise<boolean> {
    const { rowCount } = await this.#database.query(
      `select 1 from dsr.connection where removed_at is null and connector = $1 and client_id = $2
         and coalesce(account = $3, true)`,
      [app.connector, app.clientId, app.account],
    );
    return rowCount > 0;
  }

  /** Keeps new requests away from the connection to the end of the transaction. */
  async lock(id: string, connection: Queryable): Promise<void> {
    await connection.query('select 1 from dsr.connection where id = $1 for update', [id]);
  }

  /** Holds connections, so that none is removed before the transaction ends. @returns the ids that still exist. */
  async hold(ids: readonly string[], connection: Queryable): Promise<readonly string[]> {
    const { rows } = await connection.query<{ id: string }>(
      'select id from dsr.connection where id = any($1::uuid[]) and removed_at is null for key share',
      [ids],
    );
    return rows.map((row) => row.id);
  }

  /** Notes that a connection is used. */
  async noteUse(id: string): Promise<void> {
    await this.#database.query(
      `update dsr.connection set used_at = now()
       where id = $1 and (used_at is null or used_at < now() - interval '1 hour')`,
      [id],
    );
  }
}
