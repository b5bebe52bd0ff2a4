import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareUrgency, type Place } from '../tasks/urgency.js';
import { Room, type RoomSize } from './room.js';

interface Visit {
  readonly place: Place;
  readonly turns: number;
  readonly fails: boolean;
}

const place = fc.record({
  dueAt: fc.integer({ min: 1, max: 3 }).map((day) => new Date(day)),
  receivedAt: fc.integer({ min: 1, max: 3 }).map((day) => new Date(day)),
  alone: fc.boolean(),
  connectionId: fc.constantFrom('slow', 'other', 'third'),
});
const size = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.nat(8))
  .map(([perConnection, more]) => ({ perConnection, total: perConnection + more }));
const visits = fc.array(fc.record({ place, turns: fc.nat(4), fails: fc.boolean() }), { maxLength: 20 });

/** Lets all visits in at once; which were inside together, and in which order they came in. */
async function visit(size: RoomSize, all: readonly Visit[]) {
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
      fc.asyncProperty(size, visits, async (limits, all) => {
        const { order, crowds } = await visit(limits, all);
        expect(order).toHaveLength(all.length);
        for (const crowd of crowds) {
          const ofOne = (one: Visit) => crowd.filter((each) => isNeighbour(each, one)).length;
          const connections = new Set(crowd.map((each) => each.place.connectionId)).size;
          expect(crowd.length).toBeLessThanOrEqual(limits.total + connections - 1);
          expect(Math.max(...crowd.map(ofOne))).toBeLessThanOrEqual(limits.perConnection);
        }
      }),
    );
  });

  it('holds nobody beside whoever has to be alone', async () => {
    await fc.assert(
      fc.asyncProperty(size, visits, async (limits, all) => {
        const { crowds } = await visit(limits, all);
        expect(crowds.every((crowd) => crowd.length === 1 || crowd.every((each) => !each.place.alone))).toBe(
          true,
        );
      }),
    );
  });

  it('lets the most urgent of a connection in first, and of those alike whoever came first', async () => {
    await fc.assert(
      fc.asyncProperty(size, visits, async (limits, all) => {
        const { room, leave } = occupied(limits);
        const order: Visit[] = [];
        const entered = all.map((each) =>
          room.run(each.place, () => {
            order.push(each);
            return Promise.resolve();
          }),
        );
        leave();
        await Promise.all(entered);
        for (const one of all) {
          const expected = [...all].sort((left, right) => compareUrgency(left.place, right.place));
          expect(order.filter((each) => isNeighbour(each, one))).toEqual(
            expected.filter((each) => isNeighbour(each, one)),
          );
        }
      }),
    );
  });

  it('has a place for every connection, however many others are slow', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.array(place, { maxLength: 30 }), async (limits, all) => {
        const room = new Room(limits);
        const inside = new Set<string>();
        let leave: () => void = () => undefined;
        const gate = new Promise<void>((resolve) => {
          leave = resolve;
        });
        const ended = all.map((each) =>
          room.run({ ...each, alone: false }, () => {
            inside.add(each.connectionId);
            return gate;
          }),
        );
        await turn();
        expect(inside).toEqual(new Set(all.map(({ connectionId }) => connectionId)));
        leave();
        await Promise.all(ended);
      }),
    );
  });

  it('keeps nobody with a free place of its own connection waiting for another connection', async () => {
    const among = fc.array(fc.record({ place, turns: fc.constant(0), fails: fc.constant(false) }), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), among, async (perConnection, all) => {
        const room = new Room({ perConnection, total: 3 * perConnection });
        const inside: Place[] = [];
        let leave: () => void = () => undefined;
        const gate = new Promise<void>((resolve) => {
          leave = resolve;
        });
        const places = all.map((each) => ({ ...each.place, alone: false }));
        const ended = places.map((each) =>
          room.run(each, async () => {
            inside.push(each);
            await gate;
          }),
        );
        await turn();
        for (const connectionId of ['slow', 'other', 'third']) {
          const ofIt = (each: Place) => each.connectionId === connectionId;
          const count = Math.min(perConnection, places.filter(ofIt).length);
          expect(inside.filter(ofIt)).toHaveLength(count);
        }
        leave();
        await Promise.all(ended);
      }),
    );
  });
});

function isNeighbour(one: Visit, other: Visit): boolean {
  return one.place.connectionId === other.place.connectionId;
}

/** A room in which somebody is alone until told to leave. */
function occupied(limits: RoomSize) {
  const room = new Room(limits);
  let leave: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const first = { dueAt: new Date(0), receivedAt: new Date(0), alone: true, connectionId: 'first' };
  void room.run(first, () => gate);
  return { room, leave };
}
