import { ParentFilter } from './parent-filter.js';
import type {
  ReasonCount,
  ReplacementReason,
  WithheldCount,
  WithholdingReason,
} from '../redaction/record-redaction.js';
import { ReasonCounts } from '../redaction/redaction-counts.js';
import type { PackageRecord } from './package-source.js';

/** What was seen of one resource while its rows were written. */
export interface ResourceCounts {
  readonly records: number;
  /** Records that belong to no other record. */
  readonly roots: number;
  /** Records with an author: the resource is shown as a conversation. */
  readonly authored: number;
  /** Records that are a file. */
  readonly files: number;
  /** Resources whose records have records of this one as children. */
  readonly parents: ReadonlySet<string>;
}

const nothing: ResourceCounts = { records: 0, roots: 0, authored: 0, files: 0, parents: new Set() };

/** The shape of one connection's records, learnt while they stream past, in memory that does not grow with them. */
export class SectionSurvey {
  readonly #counts = new Map<string, ResourceCounts>();
  readonly #parents = new Map<string, Set<string>>();
  readonly #withChildren = new ParentFilter();
  readonly #withheld = new Map<string, ReasonCounts<WithholdingReason>>();
  readonly #replaced = new ReasonCounts<ReplacementReason>();

  /** Records that were left out, by reason. */
  get withheld(): readonly ReasonCount<WithholdingReason>[] {
    const counts = new ReasonCounts<WithholdingReason>();
    for (const each of this.#withheld.values()) counts.addAll(each.list());
    return counts.list();
  }

  /** The same, resource by resource. */
  get withheldByResource(): readonly WithheldCount[] {
    return [...this.#withheld].flatMap(([resource, counts]) =>
      counts.list().map(({ reason, count }) => ({ resource, reason, count })),
    );
  }

  /** Names and contact data that were replaced, by reason. */
  get replaced(): readonly ReasonCount<ReplacementReason>[] {
    return this.#replaced.list();
  }

  note({ resource, parent, author, file, redaction }: PackageRecord): void {
    const before = this.counts(resource);
    if (redaction?.withheld !== undefined) this.#noteWithheld(resource, redaction.withheld);
    this.#replaced.addAll(redaction?.replaced ?? []);
    if (parent !== undefined) this.#noteParent(resource, parent);
    this.#counts.set(resource, {
      records: before.records + 1,
      roots: before.roots + (parent === undefined ? 1 : 0),
      authored: before.authored + (author === undefined ? 0 : 1),
      files: before.files + (file === undefined ? 0 : 1),
      parents: this.#parents.get(resource) ?? nothing.parents,
    });
  }

  counts(resource: string): ResourceCounts {
    return this.#counts.get(resource) ?? nothing;
  }

  /** False only when the record certainly has no children of that resource. */
  mayHaveChildren(resource: string, parent: { readonly resource: string; readonly id: string }): boolean {
    return this.#withChildren.mayHave(parentKey(resource, parent));
  }

  #noteWithheld(resource: string, reason: WithholdingReason): void {
    const known = this.#withheld.get(resource) ?? new ReasonCounts();
    known.add(reason);
    this.#withheld.set(resource, known);
  }

  #noteParent(resource: string, parent: { readonly resource: string; readonly id: string }): void {
    const known = this.#parents.get(resource) ?? new Set();
    this.#parents.set(resource, known.add(parent.resource));
    this.#withChildren.add(parentKey(resource, parent));
  }
}

function parentKey(resource: string, parent: { readonly resource: string; readonly id: string }): string {
  return JSON.stringify([resource, parent.resource, parent.id]);
}
