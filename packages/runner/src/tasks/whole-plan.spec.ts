import { describe, expect, it } from '@jest/globals';
import type { DeletionPlan } from '../store/plan-pages.js';
import { wholePlan } from './whole-plan.js';

const nothing: DeletionPlan = { operations: [], warnings: [], obstacles: [] };

function operation(key: string): DeletionPlan['operations'][number] {
  return { key, title: key, resource: 'notes', count: 1, alsoErases: [], irreversible: true, operation: key };
}

function obstacle(count: number, reason: string): DeletionPlan['obstacles'][number] {
  return { resource: 'notes', count, outcome: { outcome: 'refused', reason } };
}

describe('wholePlan', () => {
  it('keeps the order of the pages, and an operation on two of them once', () => {
    const pages = [['a', 'b'], ['b', 'c'], []].map((keys) => ({
      ...nothing,
      operations: keys.map(operation),
    }));
    expect(wholePlan(pages).operations.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });

  it('says each warning once', () => {
    const page = { ...nothing, warnings: [{ code: 'user', message: 'A user too.' }] };
    expect(wholePlan([page, page]).warnings).toHaveLength(1);
  });

  it('adds equal obstacles up and keeps others apart', () => {
    const pages = [[obstacle(2, 'a'), obstacle(1, 'b')], [obstacle(3, 'a')]].map((obstacles) => ({
      ...nothing,
      obstacles,
    }));
    expect(wholePlan(pages).obstacles).toEqual([obstacle(5, 'a'), obstacle(1, 'b')]);
  });
});
