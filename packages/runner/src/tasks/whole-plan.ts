import type { Json } from '@privacy-connectors/core';
import { canonicalJson } from '../audit/canonical-json.js';
import type { DeletionPlan } from '../store/plan-pages.js';

type Obstacle = DeletionPlan['obstacles'][number];

/** One plan of all its pages. What stands on two of them, because the vendor's listing moved, counts once. */
export function wholePlan(pages: readonly DeletionPlan[]): DeletionPlan {
  return {
    operations: unique(
      pages.flatMap((page) => page.operations),
      ({ key }) => key,
    ),
    warnings: unique(
      pages.flatMap((page) => page.warnings),
      ({ code, message }) => JSON.stringify([code, message]),
    ),
    obstacles: summed(pages.flatMap((page) => page.obstacles)),
  };
}

function unique<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const kept = new Map<string, Item>();
  for (const item of items) if (!kept.has(keyOf(item))) kept.set(keyOf(item), item);
  return [...kept.values()];
}

/** The same obstacle of several pages, with the number of all records that it keeps. */
function summed(obstacles: readonly Obstacle[]): readonly Obstacle[] {
  const sums = new Map<string, Obstacle>();
  for (const obstacle of obstacles) {
    const key = canonicalJson([obstacle.resource, { ...obstacle.outcome }] as Json);
    const count = (sums.get(key)?.count ?? 0) + obstacle.count;
    sums.set(key, { ...obstacle, count });
  }
  return [...sums.values()];
}
