import { displayWidth, graphemes } from './display-width.js';

/** Breaks `text` into lines of at most `width` columns (at least 2): between words, within words only where one is too long. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((whole) => pieces(whole, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** The beginning of `text` that fits into `width` columns. */
export function truncate(text: string, width: number): string {
  return displayWidth(text) <= width ? text : `${pieces(text, width - 1)[0] ?? ''}…`;
}

function pieces(word: string, width: number): readonly string[] {
  if (displayWidth(word) <= width) return [word];
  const result: string[] = [];
  let piece = '';
  for (const grapheme of graphemes(word)) {
    if (displayWidth(piece + grapheme) > width) {
      result.push(piece);
      piece = '';
    }
    piece += grapheme;
  }
  return [...result, piece];
}
