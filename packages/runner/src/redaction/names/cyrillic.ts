/** Endings of the cases of Russian and Ukrainian names after the whole name, folded: short i is i. */
export const cyrillicFull: readonly string[] = 'а у ю я е ы и і ом ем ым им ых ыми ам ами ах ові еві'.split(
  ' ',
);

/** The same after the name without its last letter. */
export const cyrillicStem: readonly string[] =
  'а я у ю е ы и і о ь ои еи ою ею ом ем ого его ому ему им ым ая яя ую юю ое ие ии ых их ыми ими ам ям ами ями ах ях ові еві'.split(
    ' ',
  );

const changes: readonly RegExp[] = [
  /^(.{2,})[аеиіоуыэюяь]$/,
  /^(.{3,})(?:ии|ыи|ои|ая|яя)$/,
  // The fleeting vowel of "Pavel".
  /^(.{2,})[ео](?=[лнкцр]$)(.)$/,
];

/** What is left of a name in other cases. */
export function cyrillicStems(word: string): readonly string[] {
  return changes.flatMap((change) => {
    const [, start, end = ''] = change.exec(word) ?? [];
    return start === undefined ? [] : [start + end];
  });
}
