import { cleanText } from './clean-text.js';
import { displayWidth } from './display-width.js';
import { type Lines, pageWidth } from './layout.js';
import type { Mark, Style } from './style.js';
import { wrap } from './wrap.js';

/** A column; `shrinks` lets its cells wrap when the page is too narrow, `mark` gives a cell its colour. */
export interface Column<Row> {
  readonly title: string;
  readonly text: (row: Row) => string;
  readonly mark?: (row: Row) => Mark;
  readonly shrinks?: boolean;
  readonly alignRight?: boolean;
}

const gap = '  ';
const narrowest = 8;

/** Rows under headings, never wider than the page as long as one column shrinks or all fit. */
export function table<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  style: Style,
  indent = '',
): Lines {
  const texts = rows.map((row) => columns.map((column) => cleanText(column.text(row))));
  const widths = fit(columns, texts, pageWidth - indent.length - gap.length * (columns.length - 1));
  const titles = columns.map((column) => column.title);
  const plainRow = columns.map(() => style.faint);
  return [
    ...layRow(columns, titles, widths, plainRow),
    ...rows.flatMap((row, index) =>
      layRow(
        columns,
        texts[index] ?? [],
        widths,
        columns.map((column) => column.mark?.(row)),
      ),
    ),
  ].map((line) => indent + line);
}

/** Natural widths, then one column off the widest shrinkable column until the row fits. */
function fit<Row>(
  columns: readonly Column<Row>[],
  texts: readonly Lines[],
  available: number,
): readonly number[] {
  const widths = columns.map((column, index) =>
    Math.max(displayWidth(column.title), ...texts.map((cells) => displayWidth(cells[index] ?? ''))),
  );
  const canShrink = (index: number): boolean =>
    columns[index]?.shrinks === true && (widths[index] ?? 0) > narrowest;
  while (widths.reduce((sum, width) => sum + width, 0) > available) {
    const candidates = [...widths.keys()].filter(canShrink);
    if (candidates.length === 0) break;
    const widest = candidates.reduce((a, b) => ((widths[b] ?? 0) > (widths[a] ?? 0) ? b : a));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function layRow<Row>(
  columns: readonly Column<Row>[],
  texts: Lines,
  widths: readonly number[],
  marks: readonly (Mark | undefined)[],
): Lines {
  const cells = texts.map((text, index) => wrap(text, widths[index] ?? 0));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    columns
      .map((column, index) =>
        pad(cells[index]?.[row] ?? '', widths[index] ?? 0, column.alignRight, marks[index]),
      )
      .join(gap)
      .trimEnd(),
  );
}

function pad(text: string, width: number, alignRight = false, mark: Mark = (same) => same): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  const marked = text === '' ? text : mark(text);
  return alignRight ? space + marked : marked + space;
}
