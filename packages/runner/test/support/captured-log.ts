import { createLog } from '../../src/logging/create-log.js';
import type { Log } from '../../src/logging/log.js';

/** An event that the process logged, with its fields. */
export interface LoggedEvent {
  readonly level: string;
  readonly event: string;
  readonly [field: string]: unknown;
}

/** A log that keeps what it is told, from `info` on; `logged` may be emptied. */
export interface CapturedLog {
  readonly log: Log;
  readonly logged: LoggedEvent[];
}

export function capturedLog(): CapturedLog {
  const logged: LoggedEvent[] = [];
  const log = createLog('info', { write: (line) => void logged.push(JSON.parse(line) as LoggedEvent) });
  return { log, logged };
}
