import {
  AuthError,
  ConnectorError,
  type ErrorDescription,
  ThrottledError,
} from '@privacy-connectors/core/errors';
import type { EndedOutcome } from '../store/work-store.js';

/** Pauses in seconds before failed work is tried again; after the last one it is reported as failed. */
const pauses = [1, 2, 5, 10, 20, 30] as const;

/** Codes of failures that may be gone when a person runs the request again. */
export const retryableCodes = ['transient', 'throttled', 'authentication', 'internal'] as const;

/** What becomes of work whose step threw. */
export type Verdict =
  /** `pausesTask`: nothing else of the task may be sent before that time either. */
  | { readonly kind: 'park'; readonly until: Date; readonly pausesTask: boolean }
  /** `stopsTask`: nothing else on this connection can work either. */
  | {
      readonly kind: 'end';
      readonly outcome: EndedOutcome;
      readonly error: ErrorDescription;
      readonly stopsTask: boolean;
    }
  | { readonly kind: 'interrupted' };

/** Decides by the class of the error; an error of no known class is a bug in the connector and ends the work. */
export function judge(error: unknown, attempts: number, now: Date): Verdict {
  if (!ConnectorError.is(error)) return end(internalError(error), false);
  switch (error.disposition) {
    case 'cancelled':
      return { kind: 'interrupted' };
    case 'wait_until':
    case 'retry_later':
      return retry(error, attempts, now);
    case 'person_must_act':
      return {
        kind: 'end',
        outcome: { outcome: 'blocked', remedy: error.message },
        error: error.toJSON(),
        stopsTask: error instanceof AuthError,
      };
    case 'stop':
      return end(error.toJSON(), false);
  }
}

function retry(error: ConnectorError, attempts: number, now: Date): Verdict {
  const pause = pauses[attempts];
  if (pause === undefined) return end(error.toJSON(), false);
  const pausesTask = error instanceof ThrottledError;
  const asked = pausesTask ? error.retryAt.getTime() : 0;
  const until = new Date(Math.max(now.getTime() + pause * 1000, asked));
  return { kind: 'park', until, pausesTask };
}

function end(error: ErrorDescription, stopsTask: boolean): Verdict {
  return { kind: 'end', outcome: { outcome: 'failed', error }, error, stopsTask };
}

function internalError(error: unknown): ErrorDescription {
  const name = error instanceof Error ? error.name : typeof error;
  return {
    code: 'internal',
    message: `The connector failed in a way it should not (${name}). Please report it.`,
  };
}
