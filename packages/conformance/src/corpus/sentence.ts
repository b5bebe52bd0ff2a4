import type { CorpusIdentifier } from './identifier.js';

/** A mention of a third party; `html` is how a page writes it. */
export interface Mention extends CorpusIdentifier {
  readonly html: string;
}

/** What a sentence is made of: words, and mentions of third parties. */
export type Piece = string | Mention;

/** A sentence or line of a text. */
export interface Sentence {
  readonly pieces: readonly Piece[];
  /** True for what the data subject wrote, also where somebody else quotes it. */
  readonly bySubject: boolean;
  /** The data subject's own names and addresses in it. */
  readonly own: readonly string[];
}

/** A sentence of the data subject that must be left: its words, between which third parties were mentioned. */
export interface CorpusSentence {
  readonly words: readonly string[];
}

export function mentionsOf({ pieces }: Sentence): readonly Mention[] {
  return pieces.filter((piece) => typeof piece !== 'string');
}

export function wordsOf({ pieces }: Sentence): CorpusSentence {
  const words = [''];
  for (const piece of pieces) {
    if (typeof piece === 'string') words.push(`${words.pop() ?? ''}${piece}`);
    else words.push('');
  }
  return { words };
}
