import { describe, expect, it } from '@jest/globals';
import { systemClock } from './clock.js';

describe('systemClock', () => {
  const never = new AbortController().signal;

  it('tells the time of this machine', () => {
    const before = Date.now();
    const now = systemClock.now();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it('sleeps, and wakes up by itself', async () => {
    await expect(systemClock.sleep(1, never)).resolves.toBeUndefined();
  });

  it('does not fall asleep for a caller who gave up', async () => {
    const reason = new Error('given up');
    await expect(systemClock.sleep(1000, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('wakes a caller who gives up, with the reason', async () => {
    const caller = new AbortController();
    const reason = new Error('given up');
    const asleep = systemClock.sleep(1000, caller.signal);
    caller.abort(reason);
    await expect(asleep).rejects.toBe(reason);
  });
});
