import { chainStart } from './chain.js';
import { entryNames, type ChainProblem, type ChainProblemKind } from './chain-problem.js';
import { fitsHash, writtenAs, type RecordedEntry } from './recorded-entry.js';

/** An entry that is known from outside of the log: there it must be, with this hash. */
export interface KnownEntry {
  readonly seq: number;
  readonly hash: Buffer;
}

/** What was seen of a chain. */
export interface Seen {
  /** Sequence numbers; null when there was no entry. */
  readonly first: number | null;
  readonly last: number | null;
  readonly entries: number;
  /** Entries known from outside that were compared. */
  readonly compared: number;
}

/** The beginning of a whole log. */
export const chainBeginning: KnownEntry = { seq: 0, hash: chainStart };

interface Link {
  readonly seq: number;
  /** Undefined when the entry could not be read. */
  readonly hash: Buffer | undefined;
}

/** Problems after which it is no longer looked for where a wrong entry came from, which takes a while. */
const curiosity = 50;

/** Follows a chain entry by entry, with the memory of one, and tells what is wrong with it. */
export class ChainInspector {
  readonly #known: readonly KnownEntry[];
  readonly #tell: (problem: ChainProblem) => void;
  #place = 0;
  #first: number | undefined;
  #last: Link | undefined;
  #entries = 0;
  #compared = 0;
  #problems = 0;
  /** How many places the entry before was moved by. */
  #shift = 0;

  /**
   * @param known Ascending by `seq`.
   * @param start What the chain begins behind; null when it may begin anywhere.
   */
  constructor(known: readonly KnownEntry[], start: KnownEntry | null, tell: (problem: ChainProblem) => void) {
    this.#known = known;
    this.#tell = tell;
    this.#last = start ?? undefined;
  }

  get seen(): Seen {
    const last = this.#entries === 0 ? null : (this.#last?.seq ?? null);
    return { first: this.#first ?? null, last, entries: this.#entries, compared: this.#compared };
  }

  /** The next entry, and whether it fits its hash. */
  take(entry: RecordedEntry, fits: boolean): void {
    if (this.#last === undefined) this.#begin(entry, fits);
    else this.#goOn(entry, fits, this.#last);
  }

  /** Something stands where an entry has to, and is none; it counts as the entry that was due. */
  takeUnreadable(message: string): void {
    const seq = (this.#last?.seq ?? 0) + 1;
    this.#report('changed', seq, message);
    this.#last = { seq, hash: undefined };
  }

  /** No entry follows: those that are known from outside must have come by now. */
  end(): void {
    const last = this.#last?.seq ?? 0;
    const end = this.#known.at(-1)?.seq ?? 0;
    if (end <= last) return;
    const text = `${entryNames(last + 1, end)} ${last + 1 === end ? 'is' : 'are'} cut off: a checkpoint knows entry ${end}.`;
    this.#report('truncated', last + 1, text, end);
  }

  /** A part of a log begins anywhere, so nothing but the entry itself tells where. */
  #begin(entry: RecordedEntry, fits: boolean): void {
    const seq = fits ? entry.seq : (writtenAs(entry) ?? entry.seq);
    if (seq !== entry.seq) this.#report('changed', seq, `Entry ${seq} says that it is entry ${entry.seq}.`);
    const before = { seq: seq - 1, hash: seq === 1 ? chainStart : entry.previous };
    this.#goOn({ ...entry, seq }, fits || seq !== entry.seq, before);
  }

  #goOn(entry: RecordedEntry, fits: boolean, last: Link): void {
    if (entry.seq <= last.seq) {
      this.#report('moved', entry.seq, `Entry ${entry.seq} stands behind entry ${last.seq}.`);
      return;
    }
    this.#first ??= entry.seq;
    this.#entries += 1;
    this.#examine(entry, fits, last);
    this.#compare(entry);
    this.#last = entry;
  }

  #examine(entry: RecordedEntry, fits: boolean, last: Link): void {
    const name = `Entry ${entry.seq}`;
    if (entry.seq > last.seq + 1) {
      const text = `${entryNames(last.seq + 1, entry.seq - 1)} ${last.seq + 2 === entry.seq ? 'is' : 'are'} missing.`;
      this.#report('missing', last.seq + 1, text, entry.seq - 1);
    }
    if (!fits) {
      const place = this.#placeOf(entry, last);
      this.#shift = place === undefined ? 0 : place - entry.seq;
      if (place === undefined)
        this.#report('changed', entry.seq, `${name} was changed after it was written.`);
      else this.#report('moved', entry.seq, `${name} was written as entry ${place}.`);
    } else if (entry.seq === last.seq + 1 && last.hash?.equals(entry.previous) === false) {
      const text = `${name} does not follow from the one before it, which was replaced.`;
      this.#report('unlinked', entry.seq, text);
    }
  }

  /** Where a wrong entry was written, if it was: as far away as the one before, or anywhere near when it does not follow that. */
  #placeOf(entry: RecordedEntry, last: Link): number | undefined {
    const shifted = { ...entry, seq: entry.seq + this.#shift };
    if (this.#shift !== 0 && fitsHash(shifted)) return shifted.seq;
    const follows = last.hash?.equals(entry.previous) === true;
    return follows || this.#problems >= curiosity ? undefined : writtenAs(entry);
  }

  #compare({ seq, hash }: RecordedEntry): void {
    for (let known = this.#known[this.#place]; known !== undefined; known = this.#known[this.#place]) {
      if (known.seq > seq) return;
      this.#place += 1;
      if (known.seq < seq) continue;
      this.#compared += 1;
      if (known.hash.equals(hash)) continue;
      const text = `Entry ${seq} is another one than its checkpoint knows: it, or what stands before it, was rewritten.`;
      this.#report('rewritten', seq, text);
    }
  }

  #report(kind: ChainProblemKind, seq: number, message: string, through = seq): void {
    this.#problems += 1;
    this.#tell({ kind, seq, through, message });
  }
}
