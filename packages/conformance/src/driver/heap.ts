import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects garbage: what is held afterwards is held by somebody. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

/** Bytes of the heap that are in use, without garbage. */
export function heldBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
