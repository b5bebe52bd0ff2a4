import type { Bench, Check } from '../check.js';
import { findForeignValue } from '../driver/json-value.js';
import { ensure } from '../failure.js';

/** Tools read manifests without running code. */
export function manifestIsJson({ connector }: Bench): Check {
  return {
    name: 'the manifest is JSON',
    run: () =>
      new Promise((resolve) => {
        const foreign = findForeignValue(connector.manifest);
        ensure(foreign === undefined, `the manifest is not JSON at ${foreign ?? ''}`);
        resolve();
      }),
  };
}
