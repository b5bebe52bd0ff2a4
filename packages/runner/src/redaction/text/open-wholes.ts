import type { FoldedText, TextRange } from './folded-text.js';

/**
 * The raw text with the words in base64 or quoted-printable as what they say, where one of the findings lies in such a word:
 * replaced as it stands, the whole word would go with the name in it. Undefined where none does.
 */
export function withWholesOpened(text: FoldedText, findings: readonly TextRange[]): string | undefined {
  if (!findings.some((finding) => liesInWhole(text, finding))) return undefined;
  const parts: string[] = [];
  let at = 0;
  for (const [start, whole] of [...(text.wholes ?? [])].sort(([one], [other]) => one - other)) {
    if (start < at) continue;
    parts.push(text.raw.slice(at, start), whole.text);
    at = whole.end;
  }
  return parts.join('') + text.raw.slice(at);
}

function liesInWhole({ starts, wholes }: FoldedText, { start, end }: TextRange): boolean {
  if (starts === undefined || wholes === undefined || wholes.size === 0) return false;
  for (let index = start; index < end; index += 1) if (wholes.has(starts[index] ?? -1)) return true;
  return false;
}
