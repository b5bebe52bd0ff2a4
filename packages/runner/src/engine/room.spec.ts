import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareUrgency, type Place } from '../tasks/urgency.js';
import { Room } from './room.js';

interface Visit {
  readonly place: Place;
  readonly turns: number;
  readonly fails: boolean;
}

const place = fc.record({
  dueAt: fc.integer({ min: 1, max: 3 }).map((day) => new Date(day)),
  receivedAt: fc.integer({ min: 1, max: 3 }).map((day) => new Date(day)),
  alone: fc.boolean(),
});
const visits = fc.array(fc.record({ place, turns: fc.nat(4), fails: fc.boolean() }), { maxLength: 20 });

/** Lets all visits in at once; which were inside together, and in which order they came in. */
async function visit(size: number, all: readonly Visit[]) {
  const room = new Room(size);
  const inside = new Set<Visit>();
  const order: Visit[] = [];
  const crowds: (readonly Visit[])[] = [];
  await Promise.allSettled(
    all.map((each) =>
      room.run(each.place, async () => {
        inside.add(each);
        order.push(each);
        crowds.push([...inside]);
        for (let count = 0; count < each.turns; count += 1) await turn();
        inside.delete(each);
        if (each.fails) throw new Error('planned');
      }),
    ),
  );
  return { order, crowds };
}

describe('a room', () => {
  it('never holds more than there is room for, and lets everybody in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), visits, async (size, all) => {
        const { order, crowds } = await visit(size, all);
        expect(order).toHaveLength(all.length);
        expect(crowds.every((crowd) => crowd.length <= size)).toBe(true);
      }),
    );
  });

  it('holds nobody beside whoever has to be alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 4 }), visits, async (size, all) => {
        const { crowds } = await visit(size, all);
        expect(crowds.every((crowd) => crowd.length === 1 || crowd.every((each) => !each.place.alone))).toBe(
          true,
        );
      }),
    );
  });

  it('lets the most urgent in first, and of those alike whoever came first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), visits, async (size, all) => {
        const room = new Room(size);
        let open: () => void = () => undefined;
        const gate = new Promise<void>((resolve) => {
          open = resolve;
        });
        const first = { dueAt: new Date(0), receivedAt: new Date(0), alone: true };
        const occupied = room.run(first, () => gate);
        const order: Visit[] = [];
        const entered = all.map((each) =>
          room.run(each.place, () => {
            order.push(each);
            return Promise.resolve();
          }),
        );
        open();
        await Promise.all([occupied, ...entered]);
        expect(order).toEqual([...all].sort((left, right) => compareUrgency(left.place, right.place)));
      }),
    );
  });
});
