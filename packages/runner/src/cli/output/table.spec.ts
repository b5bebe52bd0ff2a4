import { describe, expect, it } from '@jest/globals';
import { plain } from './style.js';
import { table } from './table.js';

const style = { heading: plain, faint: plain, good: plain, warning: plain, bad: plain };
type Row = readonly [name: string, count: string];
const name = { title: 'NAME', text: (row: Row) => row[0], shrinks: true };
const count = { title: 'COUNT', text: (row: Row) => row[1], alignRight: true };

describe('table', () => {
  it('aligns columns by their widest cell', () => {
    const rows: readonly Row[] = [
      ['messages', '1,240'],
      ['日本', '7'],
    ];
    expect(table([name, count], rows, style, '  ')).toEqual([
      '  NAME      COUNT',
      '  messages  1,240',
      '  日本          7',
    ]);
  });

  it('wraps the shrinkable column alone when the page is too narrow', () => {
    const lines = table([name, count], [['word '.repeat(30), '1234567']], style);
    expect(lines.slice(1)).toEqual([
      `${'word '.repeat(14).trimEnd().padEnd(71)}  1234567`,
      'word '.repeat(14).trimEnd(),
      'word word',
    ]);
  });

  it('marks text and not the space around it', () => {
    const marked = { ...name, mark: () => (text: string) => `<${text}>` };
    expect(table([marked, count], [['a', '1']], style)).toEqual(['NAME  COUNT', '<a>         1']);
  });
});
