/** Letters that Unicode does not take apart into a letter and a mark. */
const WHOLE: Readonly<Record<string, string>> = { ł: 'l', ı: 'i', ß: 'ss', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe' };

/** Without what a reader does not see, such as zero-width spaces and soft hyphens. */
export function visible(text: string): string {
  return text.replace(/\p{Cf}/gu, '');
}

/** Without accents. Letter case stays. */
export function unaccented(text: string): string {
  return visible(text).normalize('NFKD').replace(/\p{M}/gu, '');
}

/** A text as a reader recognises it: without accents, letter case and what is not seen. */
export function folded(text: string): string {
  return unaccented(text)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łıßøđæœ]/gu, (letter) => WHOLE[letter] ?? letter);
}
