import type { Json } from '@privacy-connectors/core';
import { canonicalJson } from '../audit/canonical-json.js';
import type { DeletionPlan } from '../store/plan-pages.js';
import type { Box } from '../vault/box.js';

/**
 * Binds an approval to exactly what would be done, in whatever order the vendor lists it. A keyed digest, since operations
 * carry personal values.
 */
export function planHash(plan: DeletionPlan, box: Box): string {
  const content = {
    operations: sorted(plan.operations, ({ key }) => key),
    obstacles: sorted(plan.obstacles, (obstacle) => canonicalJson(obstacle as unknown as Json)),
    codes: [...new Set(plan.warnings.map(({ code }) => code))].sort(),
  } as unknown as Json;
  return box.digest(`plan:${canonicalJson(content)}`).toString('hex');
}

/** By the code units of the text, which no locale changes. */
function sorted<Item>(items: readonly Item[], textOf: (item: Item) => string): readonly Item[] {
  const texts = items.map((item) => ({ item, text: textOf(item) }));
  return texts
    .sort((one, other) => (one.text < other.text ? -1 : Number(one.text > other.text)))
    .map(({ item }) => item);
}

/** What changed between an approved plan and today's, in a sentence without personal values. */
export function planDifference(before: DeletionPlan, after: DeletionPlan): string {
  const known = new Map(before.operations.map((operation) => [operation.key, operation]));
  const now = new Map(after.operations.map((operation) => [operation.key, operation]));
  const added = [...now.keys()].filter((key) => !known.has(key)).length;
  const removed = [...known.keys()].filter((key) => !now.has(key)).length;
  const changed = [...now].filter(
    ([key, operation]) => known.has(key) && known.get(key)?.count !== operation.count,
  ).length;
  return `Since the approval ${added} operation(s) were added, ${removed} removed and ${changed} changed in size; warnings may differ too.`;
}
