import type { Checkpoints } from '../audit/checkpoints.js';
import type { Chore } from './chore.js';

/** Keeps the audit log's evidence: its signed checkpoints. */
export function auditing(checkpoints: Checkpoints): Chore {
  return { every: 60_000, run: () => checkpoints.keep() };
}
