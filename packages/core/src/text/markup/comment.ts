/** The comment before markup that all programs but some show; the comment itself ends with its line. */
const shownConditional = /<!--\[if[^<>]*\]><!--(?:\s*--)?>/iy;
const beginning = /<!--(?!-?>)/y;
const endOrNext = /(-->)|--!>|<!--/g;

/**
 * The place after the comment that begins at `at`; undefined when none does, or when it never ends. Nothing is read past the
 * beginning of another comment, so that many beginnings without an end are read once.
 */
export function afterComment(html: string, at: number): number | undefined {
  shownConditional.lastIndex = at;
  if (shownConditional.test(html)) return shownConditional.lastIndex;
  beginning.lastIndex = at;
  if (!beginning.test(html)) return undefined;
  endOrNext.lastIndex = beginning.lastIndex;
  return endOrNext.exec(html)?.[1] === undefined ? undefined : endOrNext.lastIndex;
}
