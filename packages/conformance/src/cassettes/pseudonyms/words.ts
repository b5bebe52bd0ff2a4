const consonants = 'bdfgklmnprstvz';
const vowels = 'aeiou';

/** Pronounceable made-up words of exactly that length in all; `bytes` decides. */
export function wordsOf(bytes: Uint8Array, length: number, separator: string): string {
  let text = '';
  for (const byte of bytes) {
    text += `${consonants[byte % consonants.length] ?? ''}${vowels[Math.floor(byte / consonants.length) % vowels.length] ?? ''}`;
    if (byte >= 176) text += separator;
    if (text.length >= length) break;
  }
  const cut = text.slice(0, length);
  return cut.endsWith(separator) ? `${cut.slice(0, -1)}a` : cut;
}

/** Every syllable takes one byte and gives at least two characters. */
export function bytesForWords(length: number): number {
  return Math.ceil(length / 2);
}
