import type { Json } from '@privacy-connectors/core';
import { canonicalJson } from '../audit/canonical-json.js';
import type { DeletionPlan } from '../store/plan-pages.js';
import type { Box } from '../vault/box.js';

/** Binds an approval to exactly what would be done. A keyed digest, since operations carry personal values. */
export function planHash(plan: DeletionPlan, box: Box): string {
  const { operations, obstacles, warnings } = plan;
  const codes = warnings.map((warning) => warning.code);
  const content = { operations, obstacles, codes } as unknown as Json;
  return box.digest(`plan:${canonicalJson(content)}`).toString('hex');
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
