import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { pauseBeforeTry } from '../store/advisory-lock.js';
import { databaseFailure } from '../store/database-failure.js';
import { instant, type Pulse } from './pulse.js';

/** Namespace of our advisory locks among those of one database. */
export const lockSpace = 0x44_53_52;

/** Milliseconds between two signs of life, and between two tries to reach the database again. */
const beatPause = 1_000;
const reclaimPause = 250;
/** Milliseconds that the database may take to answer here. */
const patience = 5_000;

/**
 * A process proves that it lives in two ways: it holds an advisory lock on a connection of its own, which the server drops
 * the moment the process or its network is gone, and it gives a sign of life every second, which one that was paused cannot.
 * When the connection breaks, as when the server restarts, it claims the lock again.
 */
export class Liveness {
  readonly executorId = randomUUID();
  readonly #databaseUrl: string;
  readonly #pulse: Pulse;
  readonly #released = new AbortController();
  #client: pg.Client | undefined;
  #losses = 0;

  private constructor(databaseUrl: string, pulse: Pulse) {
    this.#pulse = pulse;
    this.#databaseUrl = databaseUrl;
  }

  /** @throws DatabaseError when the database cannot be reached. */
  static async claim(databaseUrl: string, pulse: Pulse): Promise<Liveness> {
    const liveness = new Liveness(databaseUrl, pulse);
    await liveness.#connect();
    void liveness.#beat();
    return liveness;
  }

  /** Times the connection broke: since then others may have taken this process's work over. */
  get losses(): number {
    return this.#losses;
  }

  /** Sends one statement over the connection that holds the lock. @throws DatabaseError while there is none. */
  async query<Row extends object>(sql: string, values: readonly unknown[]): Promise<readonly Row[]> {
    try {
      if (this.#client === undefined) throw new Error('not connected');
      return (await this.#client.query<Row>(sql, [...values])).rows;
    } catch (error) {
      throw databaseFailure(error);
    }
  }

  /** Runs `work` while no other process runs one of the same name. False, and nothing done, when one does. */
  async exclusively(name: string, work: () => Promise<void>): Promise<boolean> {
    if (!(await this.#tryLock(name))) return false;
    try {
      await work();
      return true;
    } finally {
      await this.query('select pg_advisory_unlock($1, hashtext($2))', [lockSpace, name]);
    }
  }

  /**
   * The same, waiting for its turn. Waiting asks again and again: a statement that blocks would hold a snapshot, and indexes
   * made concurrently wait for it.
   */
  async inTurn(name: string, work: () => Promise<void>): Promise<void> {
    for (let attempt = 0; !(await this.exclusively(name, work)); attempt += 1) {
      await pauseBeforeTry(attempt, this.#released.signal);
    }
  }

  /** Tells others that they need not wait for this process, and lets go of its lock. */
  async release(): Promise<void> {
    this.#released.abort();
    this.#pulse.end();
    const client = this.#client;
    this.#client = undefined;
    await client
      ?.query(`update dsr.process set beat_at = '-infinity' where id = $1`, [this.executorId])
      .catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
    });
    client.once('error', () => {
      this.#lost(client);
    });
    try {
      await client.connect();
      await this.#takeLock(client);
      await this.#giveSign(client);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw databaseFailure(error);
    }
    this.#client = client;
  }

  /** Never waits, for that would hold a snapshot. A session before whose end the server has not noticed is ended. */
  async #takeLock(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ free: boolean }>(tryLock, [lockSpace, this.executorId]);
    if (rows[0]?.free === true) return;
    await client.query(endHolder, [lockSpace, this.executorId]);
    throw new Error('held by an earlier session');
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client || this.#released.signal.aborted) return;
    this.#client = undefined;
    this.#losses += 1;
    this.#pulse.missed();
    client.on('error', () => undefined);
    void client.end().catch(() => undefined);
    void this.#reclaim();
  }

  async #reclaim(): Promise<void> {
    while (!this.#released.signal.aborted) {
      await sleep(reclaimPause);
      const again = await this.#connect().then(
        () => true,
        () => false,
      );
      if (again) return;
    }
  }

  async #beat(): Promise<void> {
    while (!this.#released.signal.aborted) {
      await sleep(beatPause, undefined, { signal: this.#released.signal, ref: false }).catch(() => undefined);
      const client = this.#client;
      if (client === undefined) continue;
      await this.#giveSign(client).catch(() => {
        this.#doubt(client);
      });
    }
  }

  /** A connection over which no sign arrives any more is worth nothing. */
  #doubt(client: pg.Client): void {
    if (!this.#pulse.isAlive) this.#lost(client);
  }

  async #giveSign(client: pg.Client): Promise<void> {
    if (this.#released.signal.aborted) return;
    const at = instant();
    await client.query(
      'insert into dsr.process (id) values ($1) on conflict (id) do update set beat_at = now()',
      [this.executorId],
    );
    this.#pulse.felt(at);
  }

  async #tryLock(name: string): Promise<boolean> {
    const [row] = await this.query<{ free: boolean }>(tryLock, [lockSpace, name]);
    return row?.free === true;
  }
}

const tryLock = 'select pg_try_advisory_lock($1, hashtext($2)) as free';
const endHolder = `
  select pg_terminate_backend(pid) from pg_locks
  where locktype = 'advisory' and granted and objsubid = 2 and classid = $1::int::oid
    and objid = (hashtext($2)::bigint & 4294967295)::oid
    and database = (select oid from pg_database where datname = current_database())`;
