import { describe, expect, it } from '@jest/globals';
import { RecentlyUsed } from './recently-used.js';

describe('RecentlyUsed', () => {
  it('forgets what was not used for longest', () => {
    const values = new RecentlyUsed<number>(2);
    values.set('a', 1);
    values.set('b', 2);
    values.get('a');
    values.set('c', 3);
    expect(['a', 'b', 'c'].map((key) => values.get(key))).toEqual([1, undefined, 3]);
  });

  it('forgets what was deleted', () => {
    const values = new RecentlyUsed<number>(2);
    values.set('a', 1);
    values.delete('a');
    expect(values.get('a')).toBeUndefined();
  });
});
