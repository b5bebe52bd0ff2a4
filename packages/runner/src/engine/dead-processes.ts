import { type Liveness, lockSpace } from './liveness.js';

/** Seconds without a sign of life after which a process that still has its lock is taken for paused. */
const patience = 6;

/** How another process looks: its last sign of life as text. */
interface Suspect {
  readonly id: string;
  readonly beat: string;
  readonly left: boolean;
}

/** Whether somebody holds the lock of the process whose id is the column or placeholder `id`. */
function locked(id: string): string {
  return `exists (
    select 1 from pg_locks
    where locktype = 'advisory' and granted and objsubid = 2 and classid = ${lockSpace}::oid
      and objid = (hashtext(${id}::text)::bigint & 4294967295)::oid
      and database = (select oid from pg_database where datname = current_database()))`;
}

const suspects = `
  select id, beat_at::text as beat, beat_at = '-infinity' as left from dsr.process
  where id <> $1 and (beat_at < now() - make_interval(secs => $2) or not ${locked('id')})`;

/**
 * Finds processes that are dead, their lock being free, or that do not move any more. One is named only when it looks the
 * same at two looks in a row: after a restart of the database the living ones need a moment to claim their locks again.
 */
export class DeadProcesses {
  readonly #liveness: Liveness;
  #before = new Map<string, string>();

  constructor(liveness: Liveness) {
    this.#liveness = liveness;
  }

  /** The ids of those that look dead by now. */
  async look(): Promise<readonly string[]> {
    const { executorId } = this.#liveness;
    const rows = await this.#liveness.query<Suspect>(suspects, [executorId, patience]);
    const dead = rows.filter(({ id, beat, left }) => left || this.#before.get(id) === beat);
    this.#before = new Map(rows.map(({ id, beat }) => [id, beat]));
    return dead.map(({ id }) => id);
  }

  /** Whether a process holds its lock, moving or not. */
  async isAlive(id: string): Promise<boolean> {
    const [row] = await this.#liveness.query<{ alive: boolean }>(`select ${locked('$1')} as alive`, [id]);
    return row?.alive === true;
  }

  /** Forgets a process whose work was taken over, unless it gave a sign of life since it was looked at. */
  async forget(id: string): Promise<void> {
    await this.#liveness.query('delete from dsr.process where id = $1 and beat_at::text = $2', [
      id,
      this.#before.get(id) ?? '',
    ]);
  }
}
