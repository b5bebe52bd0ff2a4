/** A task as far as the queue of its connection is concerned. Times are epoch milliseconds. */
export interface QueuedTask {
  readonly id: string;
  readonly requestId: string;
  /** Calls it still takes, without those of a scan; null when nothing like it was done before. */
  readonly calls: number | null;
  /** Whether it still needs the shared scan of a listing. */
  readonly scans: boolean;
  /** It does nothing more before this; null when it may go on. */
  readonly heldUntil: number | null;
  /** Whether a person has to act first. */
  readonly waitsForPerson: boolean;
}

/** A connection: how fast it may be called, and what all its tasks wait for. */
export interface Lane {
  /** Calls a second; null when that is not known. */
  readonly perSecond: number | null;
  /** Calls that the shared scan still takes; null when the listing was never read whole. */
  readonly scanCalls: number | null;
  /** Nobody calls before this; null when the connection does not pause. */
  readonly pausedUntil: number | null;
}

/** When a task is done at the earliest, after how many calls; or why nothing can be said. */
export type Estimate = { readonly at: number; readonly calls: number } | { readonly unknown: string };

export const unknowns = {
  person: 'It waits for a person to approve its plan.',
  pace: 'How fast the connection may be called is not known.',
  listing: 'How long the listing is that it waits for is not known: it was never read whole.',
  work: 'How much work it is cannot be told: no request like it was carried out on the connection yet.',
  ahead: 'How much work comes before it is not known.',
} as const;

/**
 * Estimates the tasks of a connection, which are given most urgent first: each waits for the calls of those before it, and
 * for one scan that they share.
 */
export function estimateLane(
  tasks: readonly QueuedTask[],
  lane: Lane,
  now: number,
): ReadonlyMap<string, Estimate> {
  const estimates = new Map<string, Estimate>();
  const ahead: Ahead = { calls: 0, scanned: false, unknown: false };
  for (const task of tasks) {
    estimates.set(task.id, task.waitsForPerson ? { unknown: unknowns.person } : next(task, lane, ahead, now));
  }
  return estimates;
}

interface Ahead {
  calls: number;
  scanned: boolean;
  unknown: boolean;
}

function next(task: QueuedTask, lane: Lane, ahead: Ahead, now: number): Estimate {
  if (lane.perSecond === null) return { unknown: unknowns.pace };
  const scan = task.scans && !ahead.scanned ? lane.scanCalls : 0;
  if (ahead.unknown) return { unknown: unknowns.ahead };
  if (scan === null || task.calls === null) {
    ahead.unknown = true;
    return { unknown: scan === null ? unknowns.listing : unknowns.work };
  }
  ahead.calls += task.calls + scan;
  ahead.scanned ||= task.scans;
  const inTurn = later(now, lane.pausedUntil) + taking(ahead.calls, lane.perSecond);
  const alone = later(now, task.heldUntil) + taking(task.calls, lane.perSecond);
  return { at: Math.max(inTurn, alone), calls: ahead.calls };
}

function later(now: number, time: number | null): number {
  return Math.max(now, time ?? now);
}

/** Milliseconds that so many calls take. */
function taking(calls: number, perSecond: number): number {
  return (calls / perSecond) * 1000;
}
