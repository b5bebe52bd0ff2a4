import { describe, expect, it } from '@jest/globals';
import type { PreparingTask } from '../store/preparation-store.js';
import { pauseFor, pauseForReading } from './barrier.js';

const minute = 60_000;

function task(change: Partial<PreparingTask>): PreparingTask {
  return { id: 'one', status: 'running', begun: true, wait: null, ...change };
}

describe('pauseFor', () => {
  it.each([
    ['has not begun', task({ status: 'received' })],
    ['was claimed and has not begun to search', task({ begun: false })],
    ['searches or plans', task({ wait: 0 })],
    ['searches again in a moment', task({ wait: 14 * minute })],
  ])('holds erasures back for a task that %s', (_, busy) => {
    expect(pauseFor([task({}), busy], new Set())).toBeGreaterThan(0);
  });

  it.each([
    ['has planned', task({})],
    ['waits for its approval', task({ status: 'awaiting_approval', wait: 0 })],
    ['failed', task({ status: 'failed' })],
    ['ended without everything', task({ status: 'incomplete', wait: 0 })],
    ['was told to pause for long', task({ wait: 16 * minute })],
  ])('does not wait for a task that %s', (_, other) => {
    expect(pauseFor([other], new Set())).toBe(0);
  });

  it('waits for a task at rest when it has something to search by', () => {
    for (const status of ['completed', 'failed', 'awaiting_approval', 'running'] as const) {
      expect(pauseFor([task({ status })], new Set(['one']))).toBeGreaterThan(0);
    }
  });

  it('looks again when the first task is due, yet neither at once nor late', () => {
    expect(pauseFor([task({ wait: 5000 }), task({ wait: 20_000 })], new Set())).toBe(5000);
    expect(pauseFor([task({ wait: -10 })], new Set())).toBe(1000);
    expect(pauseFor([task({ wait: 10 * minute })], new Set())).toBe(30_000);
  });
});

describe('pauseForReading', () => {
  it('is none when nothing is read, and longer the longer it was waited', () => {
    expect(pauseForReading([])).toBe(0);
    expect([0, 60_000, 60 * minute].map((waited) => pauseForReading([{ waited }]))).toEqual([
      1000, 6000, 300_000,
    ]);
  });
});
