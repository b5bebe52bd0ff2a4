import { setTimeout as pause } from 'node:timers/promises';
import type { RequestView } from '../application/views/request-view.js';

/** Milliseconds between two looks at a request that is under way: short at first, longer for work that takes long. */
const shortestPause = 100;
const longestPause = 1000;
const underWay: readonly string[] = ['received', 'running'];

/** How a request is watched. */
export interface Watch {
  /** Where it stands now. */
  readonly look: () => Promise<RequestView>;
  /** What is done about it before the next look. */
  readonly carryOn: () => Promise<void>;
  /** Gets each view that differs from the one before. */
  readonly onProgress: (view: RequestView) => void;
  readonly signal: AbortSignal;
}

/** Looks at a request until it ended or waits for a person; that view. */
export async function watchRequest({ look, carryOn, onProgress, signal }: Watch): Promise<RequestView> {
  let shown = '';
  for (let wait = shortestPause; ; wait = Math.min(longestPause, wait * 1.2)) {
    signal.throwIfAborted();
    const view = await look();
    if (JSON.stringify(view) !== shown) onProgress(view);
    shown = JSON.stringify(view);
    if (!underWay.includes(view.status)) return view;
    await carryOn();
    await pause(wait, undefined, { signal });
  }
}
