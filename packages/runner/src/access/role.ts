/** What a key may do, from the least to the most; each role includes those before it. */
export const roles = ['auditor', 'operator', 'approver', 'admin'] as const;

/**
 * `auditor` reads everything but packages; `operator` creates, cancels and retries requests, and gets their packages;
 * `approver` approves deletions, extends deadlines and places legal holds; `admin` manages connections and keys.
 */
export type Role = (typeof roles)[number];

/** Whether somebody with `role` may do what needs at least `least`. */
export function isSufficient(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}
