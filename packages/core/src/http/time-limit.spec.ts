import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startTimeLimit } from './time-limit.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a time limit', () => {
  it('aborts once its time is over, and says so', () => {
    const limit = startTimeLimit(new AbortController().signal, 1000);
    jest.advanceTimersByTime(999);
    expect([limit.signal.aborted, limit.expired()]).toEqual([false, false]);
    jest.advanceTimersByTime(1);
    expect([limit.signal.aborted, limit.expired()]).toEqual([true, true]);
  });

  it('follows the other signal, with its reason, and has not expired then', () => {
    const caller = new AbortController();
    const limit = startTimeLimit(caller.signal, 1000);
    caller.abort('left');
    expect([limit.signal.aborted, limit.signal.reason, limit.expired()]).toEqual([true, 'left', false]);
  });

  it('follows a signal that has aborted already', () => {
    const limit = startTimeLimit(AbortSignal.abort('gone'), 1000);
    expect([limit.signal.aborted, limit.signal.reason]).toEqual([true, 'gone']);
  });

  it('stopped, keeps no process alive and still follows', () => {
    const caller = new AbortController();
    const limit = startTimeLimit(caller.signal, 1000);
    limit.stop();
    expect(jest.getTimerCount()).toBe(0);
    caller.abort('left');
    expect(limit.signal.reason).toBe('left');
  });
});
