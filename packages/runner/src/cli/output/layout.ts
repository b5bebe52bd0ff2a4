import { cleanText } from './clean-text.js';
import { displayWidth } from './display-width.js';
import { type Mark, plain } from './style.js';
import { wrap } from './wrap.js';

/** Columns of all text output. */
export const pageWidth = 80;

/** Finished lines, without line breaks. */
export type Lines = readonly string[];

/** `text` wrapped to the page; `first` stands before the first line, and spaces of its width before the others. */
export function paragraph(text: string, first = '', mark: Mark = plain): Lines {
  const rest = ' '.repeat(displayWidth(first));
  const lines = wrap(cleanText(text), pageWidth - rest.length);
  return lines.map((line, index) => (index === 0 ? first : rest) + mark(line));
}

/** A value with its label and colour. */
export type Field = readonly [label: string, value: string, mark?: Mark];

/** Label and value per line, the values aligned. */
export function fields(entries: readonly Field[], indent = ''): Lines {
  const width = Math.max(...entries.map(([label]) => label.length)) + 2;
  return entries.flatMap(([label, value, mark]) =>
    paragraph(value, indent + `${label}:`.padEnd(width), mark),
  );
}

/** A command to copy: never wrapped. */
export function command(text: string): string {
  return `  ${cleanText(text)}`;
}
