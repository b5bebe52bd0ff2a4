import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeletionPlan } from '../store/plan-pages.js';
import type { Box } from '../vault/box.js';
import { planHash } from './plan-hash.js';

const box = { digest: (text: string) => createHmac('sha256', 'key').update(text).digest() } as unknown as Box;
const operation = (key: string) => {
  const fixed = { resource: 'notes', count: 1, alsoErases: [], irreversible: true };
  return { key, title: key, ...fixed, operation: key };
};
const obstacle = (reason: string) => {
  return { resource: 'notes', count: 1, outcome: { outcome: 'refused', reason } } as const;
};
const warning = (code: string) => ({ code, message: `About ${code}.` });
const plan: DeletionPlan = {
  operations: ['a', 'b', 'c', 'd'].map(operation),
  obstacles: ['x', 'y', 'z'].map(obstacle),
  warnings: ['user', 'shared'].map(warning),
};

function shuffled<Item>(items: readonly Item[]) {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

describe('planHash', () => {
  it('does not depend on the order of the listing', () => {
    const orders = fc.record({
      operations: shuffled(plan.operations),
      obstacles: shuffled(plan.obstacles),
      warnings: shuffled([...plan.warnings, warning('user')]),
    });
    fc.assert(
      fc.property(orders, (other) => {
        expect(planHash(other, box)).toBe(planHash(plan, box));
      }),
    );
  });

  it.each<[string, Partial<DeletionPlan>]>([
    ['operations', { operations: ['a', 'b', 'c'].map(operation) }],
    ['obstacles', { obstacles: ['x', 'y'].map(obstacle) }],
    ['warnings', { warnings: ['user'].map(warning) }],
  ])('depends on the %s', (_, change) => {
    expect(planHash({ ...plan, ...change }, box)).not.toBe(planHash(plan, box));
  });
});
