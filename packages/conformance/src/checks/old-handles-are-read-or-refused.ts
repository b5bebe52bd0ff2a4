import type { Codec, Json } from '@privacy-connectors/core';
import { StoredValueError } from '@privacy-connectors/core/errors';
import type { Bench, Check } from '../check.js';
import { codecAt, codecsOf, nameOf } from '../driver/codecs.js';
import { keyOf, stored } from '../driver/stored.js';
import { ConformanceFailure, ensure } from '../failure.js';
import type { PreviousHandle } from '../vendor.js';

/** No handle of any connector. */
const foreign: readonly Json[] = [false, [null]];

/** A request that is under way when the connector is updated goes on, or ends by name; it never goes on elsewhere. */
export function oldHandlesAreReadOrRefused({ connector: { implementation }, vendor }: Bench): Check {
  return {
    name: 'what another release stored is read as what it was or refused',
    run: () =>
      new Promise((resolve) => {
        for (const { name, codec } of codecsOf(implementation))
          for (const value of foreign)
            ensure(
              readBack(name, codec, value) === undefined,
              `${name}: reads ${JSON.stringify(value)} as its own`,
            );
        for (const previous of vendor.previousHandles ?? [])
          ensureReadOrRefused(codecAt(implementation, previous), previous);
        resolve();
      }),
  };
}

function ensureReadOrRefused(codec: Codec<Json> | undefined, previous: PreviousHandle): void {
  const name = nameOf(previous);
  ensure(codec !== undefined, `${name}: there is nothing left that could read what was stored`);
  const read = readBack(name, codec, previous.stored);
  const expected = previous.readAs ?? previous.stored;
  ensure(
    read === undefined || keyOf(read.value) === keyOf(expected),
    `${name}: what an earlier release stored is read as something else`,
  );
}

/** Undefined when the value is refused as it should be. */
function readBack(name: string, codec: Codec<Json>, value: Json): { readonly value: Json } | undefined {
  try {
    return { value: codec.parse(stored(value)) };
  } catch (error) {
    if (error instanceof StoredValueError) return undefined;
    throw new ConformanceFailure(
      `${name}: refuses a stored value with something else than StoredValueError`,
      {
        cause: error,
      },
    );
  }
}
