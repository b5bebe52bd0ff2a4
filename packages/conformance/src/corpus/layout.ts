import { escaped } from './markup.js';
import type { Piece, Sentence } from './sentence.js';

/** How a text is laid out: sentences in a row, lines, a comment in the source; what is quoted, or behind a comment's beginning. */
export type Block =
  | { readonly kind: 'paragraph' | 'lines' | 'remark'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'quote' | 'unended'; readonly blocks: readonly Block[] };

const WIDTH = 48;

export function sentencesOf(block: Block): readonly Sentence[] {
  return 'blocks' in block ? block.blocks.flatMap(sentencesOf) : block.sentences;
}

/** As a plain-text mail has it: quotations wrapped, wherever a line is full, with `> ` before each line. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(textOfBlock).join('\n\n');
}

function textOfBlock(block: Block): string {
  if ('blocks' in block) return block.kind === 'quote' ? quoted(textOf(block.blocks)) : textOf(block.blocks);
  const sentences = block.sentences.map(plainWords);
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
  if ('blocks' in block)
    return block.kind === 'quote'
      ? `<blockquote>${htmlOf(block.blocks)}</blockquote>`
      : `<!-- ${htmlOf(block.blocks)}`;
  if (block.kind === 'remark') return `<!-- ${block.sentences.map(plainWords).join(' ')} -->`;
  const sentences = block.sentences.map(({ pieces }) => pieces.map(htmlOfPiece).join(''));
  return `<p>${sentences.join(block.kind === 'lines' ? '<br>' : ' ')}</p>`;
}

/** Nothing is encoded in a comment. */
function plainWords({ pieces }: Sentence): string {
  return pieces.map(surfaceOf).join('');
}

function surfaceOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.surface;
}

function htmlOfPiece(piece: Piece): string {
  return typeof piece === 'string' ? escaped(piece) : piece.html;
}
