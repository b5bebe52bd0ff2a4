/** A deterministic source of numbers: the same seed gives the same sequence on every machine. Not for secrets. */
export interface Random {
  /** At least 0 and below 1. */
  readonly next: () => number;
  /** A whole number from `lowest` to `highest`, both included. */
  readonly integer: (lowest: number, highest: number) => number;
  /** One of the items. @throws RangeError when there is none. */
  readonly pick: <T>(items: readonly T[]) => T;
}

/** Starts a sequence; parts name what it is for, so that unrelated things do not share a sequence. */
export function createRandom(...parts: readonly (string | number)[]): Random {
  let state = hash(parts.join('/'));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (lowest: number, highest: number): number =>
    lowest + Math.floor(next() * (highest - lowest + 1));
  return { next, integer, pick: (items) => pickFrom(items, integer) };
}

/** 32 bits of FNV-1a over the text, as an unsigned number. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

function pickFrom<T>(items: readonly T[], integer: (lowest: number, highest: number) => number): T {
  const item = items[integer(0, items.length - 1)];
  if (item === undefined) throw new RangeError('There is nothing to pick from: pass at least one item.');
  return item;
}
