import type { Bench, Check } from '../check.js';
import type { Finished } from '../driver/finished.js';
import { handlesOf } from '../driver/handles.js';
import { findForeignValue } from '../driver/json-value.js';
import { replayEverything } from '../driver/recording.js';
import { stored } from '../driver/stored.js';
import { titleOf } from '../driver/work.js';
import { ensure, ensureSame } from '../failure.js';

/** Refs, cursors, operations, tickets and records go to a store and come back the same, through the codecs. */
export function handlesSurviveStorage(bench: Bench): Check {
  return {
    name: 'refs, cursors, tickets and records survive JSON',
    run: () =>
      replayEverything(bench, (_, step) => {
        ensureStorable(bench, step);
        return Promise.resolve();
      }),
  };
}

function ensureStorable(bench: Bench, step: Finished): void {
  const foreign = findForeignValue(step.result);
  ensure(foreign === undefined, `${titleOf(step.work)}: the result is not JSON at ${foreign ?? ''}`);
  for (const { codec, handle } of handlesOf(bench.connector.implementation, step)) {
    ensureSame(
      codec.parse(stored(handle)),
      handle,
      `${titleOf(step.work)}: a handle is read back as another value`,
    );
  }
}
