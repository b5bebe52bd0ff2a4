import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { viewOf } from './forecasts.js';
import { type Estimate, estimateLane, type Lane, type QueuedTask, unknowns } from './lane.js';

const now = 1_000_000;

const task = (id: string, change: Partial<QueuedTask> = {}): QueuedTask => ({
  id,
  requestId: id,
  calls: 10,
  scans: false,
  heldUntil: null,
  waitsForPerson: false,
  ...change,
});
const lane = (change: Partial<Lane> = {}): Lane => ({
  perSecond: 5,
  scanCalls: 100,
  pausedUntil: null,
  ...change,
});

const time = fc.option(fc.integer({ min: now - 50_000, max: now + 50_000 }), { nil: null });
const someTask = fc.record({
  calls: fc.option(fc.nat(500), { nil: null, freq: 10 }),
  scans: fc.boolean(),
  heldUntil: time,
  waitsForPerson: fc.boolean(),
});
const someLane = fc.record({
  perSecond: fc.option(fc.double({ min: 0.1, max: 100, noNaN: true }), { nil: null, freq: 10 }),
  scanCalls: fc.option(fc.nat(1000), { nil: null }),
  pausedUntil: time,
});
const queue = fc.array(someTask, { maxLength: 12 }).map((each) => each.map((one, at) => task(`${at}`, one)));

/** When it is done; never, as long as nothing can be said. */
const at = (estimate: Estimate | undefined) =>
  estimate !== undefined && 'at' in estimate ? estimate.at : Infinity;

describe('the estimate of a queue', () => {
  it('counts the calls of who comes before, and one scan for all', () => {
    const tasks = [task('one', { scans: true }), task('two', { scans: true }), task('three')];
    const estimates = estimateLane(tasks, lane(), now);
    expect([...estimates.values()]).toEqual([
      { at: now + 22_000, calls: 110 },
      { at: now + 24_000, calls: 120 },
      { at: now + 26_000, calls: 130 },
    ]);
  });

  it('is never before now, nor before a pause that is known is over', () => {
    fc.assert(
      fc.property(queue, someLane, (tasks, some) => {
        for (const [id, estimate] of estimateLane(tasks, some, now)) {
          const { heldUntil } = tasks.find((each) => each.id === id)!;
          expect(at(estimate)).toBeGreaterThanOrEqual(
            Math.max(now, some.pausedUntil ?? now, heldUntil ?? now),
          );
        }
      }),
    );
  });

  it('never gets earlier by more work before it', () => {
    fc.assert(
      fc.property(queue, someTask, someLane, fc.nat(12), (tasks, more, some, place) => {
        const longer = tasks.toSpliced(place, 0, task('more', more));
        const before = estimateLane(tasks, some, now);
        const after = estimateLane(longer, some, now);
        for (const { id } of tasks) expect(at(after.get(id))).toBeGreaterThanOrEqual(at(before.get(id)));
      }),
    );
  });

  it('never gets later by a faster connection', () => {
    fc.assert(
      fc.property(queue, someLane, fc.double({ min: 1, max: 10, noNaN: true }), (tasks, some, times) => {
        const faster = { ...some, perSecond: some.perSecond === null ? null : some.perSecond * times };
        const before = estimateLane(tasks, some, now);
        const after = estimateLane(tasks, faster, now);
        for (const { id } of tasks) expect(at(after.get(id))).toBeLessThanOrEqual(at(before.get(id)));
      }),
    );
  });

  it.each([
    ['a plan that waits', [task('it', { waitsForPerson: true })], lane(), unknowns.person],
    ['an unknown pace', [task('it')], lane({ perSecond: null }), unknowns.pace],
    [
      'a listing of unknown length',
      [task('it', { scans: true })],
      lane({ scanCalls: null }),
      unknowns.listing,
    ],
    ['work of unknown size', [task('it', { calls: null })], lane(), unknowns.work],
    ['unknown work before it', [task('first', { calls: null }), task('it')], lane(), unknowns.ahead],
  ])('says why nothing can be said: %s', (_, tasks, some, unknown) => {
    expect(estimateLane(tasks, some, now).get('it')).toEqual({ unknown });
  });
});

describe('the forecast of a request', () => {
  it('is that of its last task', () => {
    const estimates = [
      { at: 61_500, calls: 12 },
      { at: 30_000, calls: 40 },
    ];
    expect(viewOf(estimates, true)).toMatchObject({ doneBy: '1970-01-01T00:01:02.000Z' });
  });

  it('is unknown while one of its tasks is, or while nobody works', () => {
    const known = { at: 61_500, calls: 12 };
    expect(viewOf([known, { unknown: unknowns.work }], true)).toEqual({
      doneBy: null,
      reason: unknowns.work,
    });
    expect(viewOf([known], false)).toMatchObject({ doneBy: null });
  });
});
