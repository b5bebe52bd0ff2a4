import type { Random } from '../simulator/random.js';
import type { Cast, CastMember } from './cast.js';
import type { Phrasebook } from './languages/phrasebook.js';
import type { Block } from './layout.js';
import { sentenceOf } from './phrases.js';
import type { Sentence } from './sentence.js';

type Sayings = 'subject' | 'agent' | 'otherPerson' | 'bot' | 'note';

/** Writes the blocks of messages in one language; `first` is the saying to begin with, so that threads differ. */
export class Writer {
  readonly cast: Cast;
  private readonly book: Phrasebook;
  private readonly random: Random;
  private said: number;

  constructor(book: Phrasebook, cast: Cast, random: Random, first: number) {
    this.book = book;
    this.cast = cast;
    this.random = random;
    this.said = first;
  }

  /** The next so many sayings. */
  say(author: CastMember, sayings: Sayings, count: number): Block {
    const all = this.book[sayings];
    const next = Array.from({ length: count }, (_, index) => all[(this.said + index) % all.length] ?? '');
    this.said += count;
    return { kind: 'paragraph', sentences: this.fill(next, author) };
  }

  signature(author: CastMember): Block {
    return { kind: 'lines', sentences: this.fill(this.random.pick(this.book.signatures), author) };
  }

  /** What a program leaves in the source of a mail, and no reader sees. */
  remark(...named: readonly CastMember[]): Block {
    const sentences = named.flatMap((member) => this.fill(['{author.full} {author.address}'], member));
    return { kind: 'remark', sentences: machineWritten(sentences) };
  }

  /** Sentences behind the beginning of a comment that never ends. */
  unended(block: Block): Block {
    return { kind: 'unended', blocks: [block] };
  }

  /** What somebody wrote, below a line that says so. */
  quote(author: CastMember, ...blocks: readonly Block[]): readonly Block[] {
    const attribution = this.fill([this.random.pick(this.book.attributions)], author);
    return [
      { kind: 'lines', sentences: machineWritten(attribution) },
      { kind: 'quote', blocks },
    ];
  }

  /** A mail, quoted with its headers and with the quotation of what it answered. */
  forward(author: CastMember, mail: Block, answered: Block): readonly Block[] {
    const headers = this.fill(this.random.pick(this.book.headers), author);
    const quotation = this.quote(this.cast.subject, answered);
    const blocks = [{ kind: 'lines', sentences: machineWritten(headers) } as const, mail, ...quotation];
    return [{ kind: 'quote', blocks }];
  }

  private fill(templates: readonly string[], author: CastMember): readonly Sentence[] {
    return templates.map((template) =>
      sentenceOf(template, { cast: this.cast, author, random: this.random }),
    );
  }
}

/** What a mail program writes is no sentence of anybody. */
function machineWritten(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.map((sentence) => ({ ...sentence, bySubject: false }));
}
