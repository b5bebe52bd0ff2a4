import { RecentlyUsed } from '../vault/recently-used.js';
import type { LabelBook } from './people/label-book.js';

/** Packages whose labels are remembered. */
const remembered = 8;
/** Milliseconds after the last use for which names stay in memory. */
const patience = 600_000;

interface Known {
  readonly labels: Promise<LabelBook>;
  readonly forgetting: NodeJS.Timeout;
}

/** Labels of packages by their version, for the next page of a review: giving them means reading all records. */
export class KnownLabels {
  readonly #known = new RecentlyUsed<Known>(remembered);

  /** Labels everybody of a version once, however many ask. */
  of(version: string, label: () => Promise<LabelBook>): Promise<LabelBook> {
    const known = this.#known.get(version);
    if (known === undefined) return this.#begin(version, label());
    known.forgetting.refresh();
    return known.labels;
  }

  #begin(version: string, labels: Promise<LabelBook>): Promise<LabelBook> {
    const forget = () => {
      this.#known.delete(version);
    };
    labels.catch(forget);
    this.#known.set(version, { labels, forgetting: setTimeout(forget, patience).unref() });
    return labels;
  }
}
