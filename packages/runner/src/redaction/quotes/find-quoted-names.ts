import type { FoldedText, TextRange } from '../text/folded-text.js';
import { findWriters } from './find-writers.js';
import { anyName, capitalised, particle } from './name-patterns.js';
import { headerField, isIntroduction, type Places } from './quoted-parts.js';

/** A name of several words with capitals, or in quotation marks, right before an address in angle brackets. */
const displayName = new RegExp(
  `(?:"([^"\\n]{2,80})"|((?:${capitalised})(?:\\s{1,2}(?:${capitalised}|${particle})){1,6}))(?=\\s{0,2}\\(?[<[](?!mailto)[^<>[\\]\\s]{1,80}[@\\s])`,
  'gu',
);
const fieldValue = new RegExp(`(?<=[:,;"] {0,4}"?)(${anyName})(?=[ "]{0,3}(?:$|[,;<"[(]))`, 'gu');
const longestLine = 2000;

/**
 * Display names of addresses ("Anna Lindqvist <…>"), and names in the heads of quoted e-mails and in the lines before
 * quotations ("On Monday, Anna Lindqvist wrote:"), whoever that is.
 * @param covers Where names of strangers count at all.
 */
export function findQuotedNames(
  { lower, cased }: FoldedText,
  covers: Pick<Places, 'has'>,
): readonly TextRange[] {
  const named = [...displayNames(cased), ...namesInLines(lower, cased)];
  return named.filter(({ start }) => covers.has(start));
}

function displayNames(cased: string): readonly TextRange[] {
  if (!/[<[]/.test(cased)) return [];
  return [...cased.matchAll(displayName)].map(({ 0: whole, 1: inMarks, 2: plain = '', index }) => {
    const name = inMarks ?? plain;
    const start = index + whole.indexOf(name);
    return { start, end: start + name.length };
  });
}

function namesInLines(lower: string, cased: string): readonly TextRange[] {
  if (!lower.includes(':')) return [];
  const ranges: TextRange[] = [];
  const lines = lower.split('\n');
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const near = [lines[index - 1], lines[index + 1]];
    const shown = cased.slice(at, at + line.length);
    for (const range of namesIn(line.slice(0, longestLine), shown, near)) {
      ranges.push({ start: at + range.start, end: at + range.end });
    }
    at += line.length + 1;
  }
  return ranges;
}

function namesIn(line: string, cased: string, near: readonly (string | undefined)[]): readonly TextRange[] {
  if (headerField(line) === 'people' && isHead(line, near)) return matches(line, fieldValue);
  return isIntroduction(line) ? findWriters(line, cased) : [];
}

/** One line such as "To: my question" is no head of an e-mail yet. */
function isHead(line: string, near: readonly (string | undefined)[]): boolean {
  return line.includes('@') || near.some((other) => other !== undefined && headerField(other) !== undefined);
}

function matches(line: string, pattern: RegExp): readonly TextRange[] {
  return [...line.matchAll(pattern)].flatMap(({ 0: found, index }): readonly TextRange[] =>
    found.length < 2 ? [] : [{ start: index, end: index + found.length }],
  );
}
