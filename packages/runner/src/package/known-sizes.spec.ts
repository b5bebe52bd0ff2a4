import { describe, expect, it } from '@jest/globals';
import { KnownSizes } from './known-sizes.js';

describe('the sizes of packages', () => {
  it('are counted once for each version, and again after a failure', async () => {
    const sizes = new KnownSizes();
    let counts = 0;
    const count = () => {
      counts += 1;
      return counts === 1 ? Promise.reject(new Error('planned')) : Promise.resolve(counts);
    };
    await expect(sizes.of('a', count)).rejects.toThrow('planned');
    expect(await Promise.all([sizes.of('a', count), sizes.of('a', count), sizes.of('b', count)])).toEqual([
      2, 2, 3,
    ]);
  });

  it('are forgotten one day, the oldest first', async () => {
    const sizes = new KnownSizes();
    for (let version = 0; version <= 1_000; version += 1) {
      await sizes.of(String(version), () => Promise.resolve(1));
    }
    expect(await sizes.of('1', () => Promise.resolve(2))).toBe(1);
    expect(await sizes.of('0', () => Promise.resolve(2))).toBe(2);
  });
});
