import type { AuditVerificationView } from '../application/views/audit-view.js';
import type { ChainVerdict } from './follow-chain.js';

/** @param changeable Whether the role of the application could change the log; null where there is no such role. */
export function verificationView(verdict: ChainVerdict, changeable: boolean | null): AuditVerificationView {
  const { first, last, entries, compared, problems, more } = verdict;
  return {
    holds: problems.length === 0,
    firstEntry: first,
    lastEntry: last,
    entries,
    checkpoints: compared,
    changeable,
    problems: [...problems],
    moreProblems: more,
  };
}
