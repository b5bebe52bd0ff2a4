import { precedence, type Replacement, type Treatment } from '../people/known-person.js';

/** A stretch of folded text that names somebody. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly treatment: Treatment;
}

/** One that is replaced by a label. */
export interface ReplaceableFinding extends Finding {
  readonly treatment: Replacement;
}

export function isReplaceable(finding: Finding): finding is ReplaceableFinding {
  return 'label' in finding.treatment;
}

/** The findings that count: the longest first, the data subject's before others of the same length; none overlap. */
export function decide(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort(
    (one, other) =>
      one.start - other.start ||
      other.end - one.end ||
      precedence(other.treatment) - precedence(one.treatment),
  );
  const decided: Finding[] = [];
  for (const [index, finding] of sorted.entries()) {
    const last = decided.at(-1);
    if (last === undefined || finding.start >= last.end) decided.push(finding);
    else if (finding.end > last.end && !isFoundApart(sorted, index, last.end)) {
      decided[decided.length - 1] = merged(last, finding);
    }
  }
  return decided;
}

/** Whether what a finding has beyond `from` is found by another one that begins there, as in "Ann Lee, Ann Lee". */
function isFoundApart(sorted: readonly Finding[], index: number, from: number): boolean {
  const end = sorted[index]?.end ?? 0;
  for (let next = index + 1; next < sorted.length; next += 1) {
    const other = sorted[next];
    if (other === undefined || other.start >= end) return false;
    if (other.start >= from && other.end >= end) return true;
  }
  return false;
}

/** Two that overlap: nothing of what is to be replaced may stay because of the other. */
function merged(one: Finding, other: Finding): Finding {
  const treatment = 'label' in one.treatment ? one.treatment : other.treatment;
  return { start: one.start, end: other.end, treatment };
}
