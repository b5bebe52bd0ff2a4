import { escaped } from './markup.js';
import type { Piece, Sentence } from './sentence.js';

/** How a text is laid out: sentences in a row, lines, and what is quoted. */
export type Block =
  | { readonly kind: 'paragraph' | 'lines'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] };

const WIDTH = 48;

export function sentencesOf(block: Block): readonly Sentence[] {
  return block.kind === 'quote' ? block.blocks.flatMap(sentencesOf) : block.sentences;
}

/** As a plain-text mail has it: quotations wrapped, wherever a line is full, with `> ` before each line. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(textOfBlock).join('\n\n');
}

function textOfBlock(block: Block): string {
  if (block.kind === 'quote') return quoted(textOf(block.blocks));
  const sentences = block.sentences.map(({ pieces }) => pieces.map(surfaceOf).join(''));
  return sentences.join(block.kind === 'lines' ? '\n' : ' ');
}

function quoted(text: string): string {
  const lines = text.split('\n').flatMap((line) => (line.startsWith('> ') ? [line] : wrapped(line)));
  return lines.map((line) => `> ${line}`).join('\n');
}

function wrapped(line: string): readonly string[] {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.pop() ?? '';
    if (last === '') lines.push(word);
    else if (last.length + word.length < WIDTH) lines.push(`${last} ${word}`);
    else lines.push(last, word);
  }
  return lines;
}

export function htmlOf(blocks: readonly Block[]): string {
  return blocks.map(htmlOfBlock).join('');
}

function htmlOfBlock(block: Block): string {
  if (block.kind === 'quote') return `<blockquote>${htmlOf(block.blocks)}</blockquote>`;
  const sentences = block.sentences.map(({ pieces }) => pieces.map(htmlOfPiece).join(''));
  return `<p>${sentences.join(block.kind === 'lines' ? '<br>' : ' ')}</p>`;
}

function surfaceOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.surface;
}

function htmlOfPiece(piece: Piece): string {
  return typeof piece === 'string' ? escaped(piece) : piece.html;
}
