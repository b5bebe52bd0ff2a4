import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { pauseBeforeTry } from '../store/advisory-lock.js';

/** Namespace of our advisory locks among those of one database. */
const lockSpace = 0x44_53_52;

/**
 * A process proves that it lives by holding an advisory lock on a connection of its own: the server drops the lock the
 * moment the process or its network is gone. Whoever can take the lock of another executor knows that it is dead.
 */
export class Liveness {
  readonly executorId = randomUUID();
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  /** `onLost` is called when the connection breaks: from then on others may take this process's work over. */
  static async claim(databaseUrl: string, onLost: () => void): Promise<Liveness> {
    const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
    client.on('error', onLost);
    await client.connect();
    const liveness = new Liveness(client);
    await client.query('select pg_advisory_lock($1, hashtext($2))', [lockSpace, liveness.executorId]);
    return liveness;
  }

  /** Runs `work` while holding the lock of an executor that is dead. False, and nothing done, when it is alive. */
  async ifDead(executorId: string, work: () => Promise<void>): Promise<boolean> {
    if (executorId === this.executorId) return false;
    if (!(await this.#tryLock(executorId))) return false;
    try {
      await work();
      return true;
    } finally {
      await this.#unlock(executorId);
    }
  }

  /**
   * Runs `work` while no other process is within its own: the engine creates its tables, which two cannot do at once.
   * Waiting asks again and again: a statement that blocks would hold a snapshot, and indexes made concurrently wait for it.
   */
  async alone(work: () => Promise<void>): Promise<void> {
    for (let attempt = 0; !(await this.#tryLock('launch')); attempt += 1) {
      await pauseBeforeTry(attempt, new AbortController().signal);
    }
    try {
      await work();
    } finally {
      await this.#unlock('launch');
    }
  }

  async release(): Promise<void> {
    await this.#client.end();
  }

  async #tryLock(name: string): Promise<boolean> {
    const sql = 'select pg_try_advisory_lock($1, hashtext($2)) as free';
    const { rows } = await this.#client.query<{ free: boolean }>(sql, [lockSpace, name]);
    return rows[0]?.free === true;
  }

  async #unlock(name: string): Promise<void> {
    await this.#client.query('select pg_advisory_unlock($1, hashtext($2))', [lockSpace, name]);
  }
}
