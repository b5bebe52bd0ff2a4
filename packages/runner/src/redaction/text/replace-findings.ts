import type { Replacement } from '../people/known-person.js';
import type { ReplaceableFinding } from './finding.js';
import { type FoldedText, rawEnd, rawStart, type TextRange } from './folded-text.js';

/** The raw text with what is to be replaced replaced; what was left out within it stays. */
export function replaceFindings(
  text: FoldedText,
  findings: readonly ReplaceableFinding[],
  onReplaced: (replacement: Replacement) => void,
): string {
  const parts: string[] = [];
  let at = 0;
  for (const finding of findings) {
    const start = rawStart(text, finding.start);
    parts.push(text.raw.slice(at, start), finding.treatment.label, leftOutWithin(text, finding));
    at = rawEnd(text, finding.end);
    onReplaced(finding.treatment);
  }
  return at === 0 ? text.raw : parts.join('') + text.raw.slice(at);
}

/** What was left out between two characters, such as tags. */
function leftOutWithin(text: FoldedText, { start, end }: TextRange): string {
  const gaps: string[] = [];
  for (let index = start + 1; text.starts !== undefined && index < end; index += 1)
    gaps.push(text.raw.slice(rawEnd(text, index), rawStart(text, index)));
  return gaps.join('');
}
