import type { KlaviyoBehaviour } from '../options.js';
import { FixedWindow } from './fixed-window.js';
import { RATE_CLASSES, type RateClassName } from './rate-classes.js';

/** Whether a call is let through, and the headers its answer carries. */
export interface Admission {
  readonly admitted: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

interface Windows {
  readonly burst: FixedWindow;
  readonly steady: FixedWindow;
}

/** Two windows at once for each endpoint and class, for the whole account. */
export class EndpointLimits {
  readonly #behaviour: KlaviyoBehaviour;
  readonly #windows = new Map<string, Windows>();

  constructor(behaviour: KlaviyoBehaviour) {
    this.#behaviour = behaviour;
  }

  admit(operationId: string, rateClass: RateClassName): Admission {
    if (!this.#behaviour.limited) return { admitted: true, headers: {} };
    const now = this.#behaviour.now();
    const { burst, steady } = this.#windowsOf(operationId, rateClass);
    const full = [steady, burst].find((window) => window.remaining(now) <= 0);
    if (full !== undefined)
      return { admitted: false, headers: { 'retry-after': String(full.secondsLeft(now)) } };
    burst.take(now);
    steady.take(now);
    return { admitted: true, headers: stateOf(steady, now) };
  }

  #windowsOf(operationId: string, rateClass: RateClassName): Windows {
    const key = `${operationId} ${rateClass}`;
    const figures = this.#behaviour.limits[rateClass] ?? RATE_CLASSES[rateClass];
    const windows = this.#windows.get(key) ?? {
      burst: new FixedWindow(figures.burst, 1),
      steady: new FixedWindow(figures.steady, 60),
    };
    this.#windows.set(key, windows);
    return windows;
  }
}

/** Klaviyo tells the state of the steady window only. */
function stateOf(steady: FixedWindow, now: number): Readonly<Record<string, string>> {
  return {
    'ratelimit-limit': String(steady.requests),
    'ratelimit-remaining': String(steady.remaining(now)),
    'ratelimit-reset': String(steady.secondsLeft(now)),
  };
}
