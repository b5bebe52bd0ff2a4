import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { WorkerEvent } from '../application/worker.js';
import { DatabaseError, EngineError, VaultError } from '../errors/runner-error.js';
import { type Chore, repeatAll } from './chore.js';
import { Outage } from './outage.js';

const patience = 60_000;

/** Chores at work, and what was told of them. */
class Work {
  readonly told: string[] = [];
  readonly logged: string[] = [];
  readonly #stopping = new AbortController();
  readonly ended: Promise<void>;

  constructor(chores: readonly Chore[], allowed: number = patience) {
    const log = (event: string) => {
      this.logged.push(event);
    };
    const outage = new Outage(({ kind }: WorkerEvent) => this.told.push(kind), {
      error: log,
      warn: log,
      info: log,
      debug: log,
    });
    this.ended = repeatAll(chores, this.#stopping.signal, outage, allowed);
  }

  stop(): void {
    this.#stopping.abort();
  }
}

describe('the chores of a worker', () => {
  it('come to their end when it stops, and what fails then is told to nobody', async () => {
    const gate = new AbortController();
    const opened = once(gate.signal, 'abort');
    const events: string[] = [];
    const work = new Work([
      {
        every: 0,
        run: async () => {
          events.push('begun');
          await opened;
          events.push('failed');
          throw new DatabaseError('It is closed.');
        },
      },
    ]);
    const ended = work.ended.then(() => events.push('ended'));
    work.stop();
    await turn();
    expect(events).toEqual(['begun']);
    gate.abort();
    await ended;
    expect(events).toEqual(['begun', 'failed', 'ended']);
    expect([...work.told, ...work.logged]).toEqual([]);
  });

  it('are given up when they do not come to their end', async () => {
    const work = new Work([{ every: 0, run: () => new Promise(() => undefined) }], 1);
    work.stop();
    await expect(work.ended).resolves.toBeUndefined();
  });

  it('go on after a failure, which is told once, as is that it is over', async () => {
    let turns = 0;
    const work: Work = new Work([
      {
        every: 0,
        run: () => {
          turns += 1;
          if (turns === 4) work.stop();
          return turns < 3 ? Promise.reject(new DatabaseError('It is away.')) : Promise.resolve();
        },
      },
    ]);
    await work.ended;
    expect(work.told).toEqual(['failing', 'recovered']);
    expect(work.logged).toEqual(['worker.failed', 'worker.recovered']);
  });

  it('are told to fail once a reason, however many do, and to be over when none does', async () => {
    const rounds = { away: 0, broken: 0 };
    const chore = (name: keyof typeof rounds, run: (round: number) => Promise<void>): Chore => ({
      every: 0,
      run: () => {
        rounds[name] += 1;
        return run(rounds[name]);
      },
    });
    const away = (round: number) =>
      round < 5 ? Promise.reject(new DatabaseError('It is away.')) : Promise.resolve();
    const work: Work = new Work([
      chore('broken', () => Promise.reject(new VaultError('It is damaged.'))),
      chore('away', away),
      {
        every: 0,
        run: () => {
          if (rounds.away > 10 && rounds.broken > 10) work.stop();
          return rounds.away < 3 ? Promise.reject(new DatabaseError('It is away.')) : Promise.resolve();
        },
      },
    ]);
    await work.ended;
    expect(work.told).toEqual(['failing', 'failing', 'recovered']);
  });

  it('all end with one that cannot be mended', async () => {
    const error = new EngineError('Another version.');
    const work = new Work([
      { every: patience, run: () => Promise.resolve() },
      { every: 0, run: () => Promise.reject(error) },
    ]);
    await expect(work.ended).rejects.toBe(error);
  });
});
