import type { FoldedText, TextRange } from '../text/folded-text.js';
import { headerField, isIntroduction, type Places } from './quoted-parts.js';

const word = String.raw`(?:\p{Ll}{1,2}')?\p{Lu}[\p{L}\p{N}\p{M}'.-]{0,40}`;
const particle = 'de|del|della|der|den|da|di|du|la|le|van|von|zu|ter|bin|al|y';
/** A name of several words with capitals, or in quotation marks, right before an address in angle brackets. */
const displayName = new RegExp(
  `(?:"([^"\\n]{2,80})"|((?:${word})(?:\\s{1,2}(?:${word}|${particle})){1,6}))(?=\\s{0,2}\\(?[<[](?!mailto)[^<>[\\]\\s]{1,80}[@\\s])`,
  'gu',
);
const anyName = String.raw`\p{L}[\p{L}\p{N}\p{M}'.-]{0,40}(?: {1,2}\(?\p{L}[\p{L}\p{N}\p{M}'.-]{0,40}\)?){0,5}`;
const fieldValue = new RegExp(`(?<=[:,;"] {0,4}"?)(${anyName})(?=[ "]{0,3}(?:$|[,;<"[(]))`, 'gu');
const writer = new RegExp(
  `(?<=[,\\d:] {1,3}|uhr |(?:am|pm) |schrieb |^)(${anyName})(?= {0,2}(?:$|:|,?\\(?<|wrote|schrieb|a ecrit|escribio|napisal|ha scritto))`,
  'gu',
);
const writersName = new RegExp(
  `^(?:[("]{0,2}(?:${word})[)"]{0,2}|${particle})(?:\\s{1,3}(?:[("]{0,2}(?:${word})[)"]{0,2}|${particle}))*$`,
  'u',
);
/** Words with a capital, or none, that are nobody: pronouns, and the months of "As I wrote on 3 March:". */
const noNames: ReadonlySet<string> = new Set(
  'i as we you he she they who it what ich wie wir du sie er ihr es was je tu il elle on nous vous ils elles comme ce yo ella el usted como lo que ja ty on ona my wy jak co january february march april may june july august september october november december'.split(
    ' ',
  ),
);
const lastVerb = /(?:^| )(?:wrote|schrieb|a ecrit|escribio|napisal(?:\(a\)|a)?|ha scritto)$/;
const firstVerb = /^(?:schrieb|wrote|napisal|escribio) /;
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
  if (!isIntroduction(line)) return [];
  return matches(line, writer).filter(({ start, end }) => isWriter(cased.slice(start, end)));
}

/** Who wrote has a name with capitals: not "As I wrote:", "Ella me escribió:". */
function isWriter(name: string): boolean {
  const words = name.toLowerCase().split(/\s+/);
  return !words.some((each) => noNames.has(each)) && writersName.test(name);
}

/** One line such as "To: my question" is no head of an e-mail yet. */
function isHead(line: string, near: readonly (string | undefined)[]): boolean {
  return line.includes('@') || near.some((other) => other !== undefined && headerField(other) !== undefined);
}

function matches(line: string, pattern: RegExp): readonly TextRange[] {
  return [...line.matchAll(pattern)].flatMap(({ 0: whole, 1: found = '', index }): readonly TextRange[] => {
    const name = found.replace(firstVerb, '');
    const kept = name.replace(lastVerb, '').trimEnd();
    const start = index + whole.indexOf(name);
    return kept.length < 2 ? [] : [{ start, end: start + kept.length }];
  });
}
