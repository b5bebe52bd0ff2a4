import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { KnownSizes } from './known-sizes.js';

const never = new AbortController().signal;

describe('the sizes of packages', () => {
  it('are counted once for each version, and again after a failure', async () => {
    const sizes = new KnownSizes();
    let counts = 0;
    const count = () => {
      counts += 1;
      return counts === 1 ? Promise.reject(new Error('planned')) : Promise.resolve(counts);
    };
    await expect(sizes.of('a', count, never)).rejects.toThrow('planned');
    const asked = ['a', 'a', 'b'].map((version) => sizes.of(version, count, never));
    expect(await Promise.all(asked)).toEqual([2, 2, 3]);
  });

  it('are forgotten one day, the oldest first', async () => {
    const sizes = new KnownSizes();
    for (let version = 0; version <= 1_000; version += 1) {
      await sizes.of(String(version), () => Promise.resolve(1), never);
    }
    expect(await sizes.of('1', () => Promise.resolve(2), never)).toBe(1);
    expect(await sizes.of('0', () => Promise.resolve(2), never)).toBe(2);
  });

  it('are not counted on when all who asked have left for good', async () => {
    const sizes = new KnownSizes(0);
    const [one, other] = [new AbortController(), new AbortController()];
    let stopped = false;
    let tell: () => void = () => undefined;
    const told = new Promise<void>((resolve) => (tell = resolve));
    const count = async (signal: AbortSignal) => {
      await once(signal, 'abort');
      stopped = true;
      tell();
      throw new Error('stopped');
    };
    const asked = [one, other].map(({ signal }) => sizes.of('a', count, signal));
    one.abort();
    await expect(asked[0]).rejects.toThrow('left');
    expect(stopped).toBe(false);
    other.abort();
    await expect(asked[1]).rejects.toThrow('left');
    await told;
    await expect(sizes.of('a', () => Promise.resolve(1), never)).resolves.toBe(1);
  });

  it('are counted on for one who was cut off and comes back', async () => {
    const sizes = new KnownSizes();
    const asker = new AbortController();
    let end: (size: number) => void = () => undefined;
    const count = () => new Promise<number>((resolve) => (end = resolve));
    const asked = sizes.of('a', count, asker.signal);
    asker.abort();
    await expect(asked).rejects.toThrow('left');
    const again = sizes.of('a', () => Promise.reject(new Error('counted anew')), never);
    end(7);
    expect(await again).toBe(7);
  });
});
