import type { Codec, Json } from '@privacy-connectors/core';

/** What a handle is after it was written to a store and read back. */
export function stored<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** A cursor as the next step gets it. */
export function storedCursor<Cursor extends Json>(codec: Codec<Cursor>, cursor: Json | null): Cursor | null {
  return cursor === null ? null : codec.parse(stored(cursor));
}
