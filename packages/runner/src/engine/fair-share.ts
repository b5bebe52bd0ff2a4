import type { RoomSize } from './room.js';

/** How many tasks each connection has, by its id. */
export type Crowd = ReadonlyMap<string, number>;

/**
 * Chooses of those that wait, `waiting` in the order of their urgency, whom to take in beside those that are in. A connection
 * gets at most its places; of the places of all, those with fewer taken get the next. A connection of which nobody is in gets
 * one even when the places of all are taken: however many vendors are slow, no other is held up by them.
 */
export function fairShare<Waiting extends { readonly connectionId: string }>(
  waiting: readonly Waiting[],
  crowd: Crowd,
  { perConnection, total }: RoomSize,
): readonly Waiting[] {
  const free = total - sum([...crowd.values()]);
  const seats = seated(waiting, crowd).filter(({ seat }) => seat < perConnection);
  return seats.filter(({ seat }, index) => index < free || seat === 0).map(({ one }) => one);
}

/** Each with the number of those of its connection before it, the lowest number first. */
function seated<Waiting extends { readonly connectionId: string }>(
  waiting: readonly Waiting[],
  crowd: Crowd,
): readonly { readonly one: Waiting; readonly seat: number }[] {
  const taken = new Map(crowd);
  const seats = waiting.map((one) => {
    const seat = taken.get(one.connectionId) ?? 0;
    taken.set(one.connectionId, seat + 1);
    return { one, seat };
  });
  return seats.sort((left, right) => left.seat - right.seat);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
