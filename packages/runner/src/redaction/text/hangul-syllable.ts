/** Vowels and final consonants, which go on a syllable that was taken apart (NFD). */
const continuing = /^[\u1161-\u1175\u11A8-\u11C2]$/;

/** The syllable that a letter of Hangul makes with what stands before it; undefined where it makes none. */
export function hangulSyllable(before: string | undefined, letter: string): string | undefined {
  if (before === undefined || !continuing.test(letter)) return undefined;
  const joined = `${before}${letter}`.normalize('NFC');
  return joined.length === 1 ? joined : undefined;
}
