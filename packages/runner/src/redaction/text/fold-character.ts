/** Letters that Unicode does not take apart, as they are written without their stroke or ligature. */
const plainLetters = new Map(
  Object.entries({
    ...{ ß: 'ss', ẞ: 'SS', ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ı: 'i', æ: 'ae', Æ: 'AE' },
    ...{ œ: 'oe', Œ: 'OE', ð: 'd', Ð: 'D', þ: 'th', Þ: 'TH', ħ: 'h', Ħ: 'H', ŧ: 't', Ŧ: 'T' },
    ...{ '’': "'", '‘': "'", ʼ: "'", '´': "'", '‐': '-', '‑': '-', '‒': '-', '–': '-', '−': '-' },
    ...{ '。': '.', '·': '.', '・': ' ' },
  }),
);

/** Marks of kana tell syllables apart, as accents do not. */
const foldedAway = /(?![\u3099\u309A])[\p{Mn}\p{Me}\p{Cf}\uFE00-\uFE0F]/gu;
const mostFolded = 20_000;
const folded = new Map<string, string>();

/** A character without accents and in its plain form; empty for marks and characters without width. */
export function foldCharacter(character: string): string {
  const known = folded.get(character);
  if (known !== undefined) return known;
  if (folded.size > mostFolded) folded.clear();
  const result = computed(character);
  folded.set(character, result);
  return result;
}

function computed(character: string): string {
  if (character === '\n') return character;
  const plain = plainLetters.get(character);
  if (plain !== undefined) return plain;
  // Syllables of Hangul are whole letters to a reader.
  if (/[\uAC00-\uD7A3]/u.test(character)) return character;
  const bare = character.normalize('NFKD').replace(foldedAway, '');
  return /^\s+$/u.test(bare) ? ' ' : (plainLetters.get(bare) ?? bare);
}

/** Lower case of the same length. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (character) => {
    const small = character.toLowerCase();
    return small.length === character.length ? small : character;
  }).join('');
}
