import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { abortable } from './abortable.js';

describe('waiting for shared work', () => {
  const never = new Promise<never>(() => undefined);

  it('ends with the work, well or badly', async () => {
    const { signal } = new AbortController();
    expect(await abortable(Promise.resolve('done'), signal)).toBe('done');
    await expect(abortable(Promise.reject(new Error('failed')), signal)).rejects.toThrow('failed');
  });

  it('ends when the caller gives up, with the reason', async () => {
    const caller = new AbortController();
    const waiting = abortable(never, caller.signal);
    caller.abort(new Error('left'));
    await expect(waiting).rejects.toThrow('left');
  });

  it('does not begin for a caller who gave up before', async () => {
    await expect(abortable(never, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });

  it('leaves nothing at the signal, which may live for hours', async () => {
    const { signal } = new AbortController();
    await abortable(Promise.resolve(), signal);
    await abortable(Promise.reject(new Error('failed')), signal).catch(() => undefined);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});
