import { createHash } from 'node:crypto';
import type { RedactionItemView } from '../application/views/redaction-item-view.js';
import type { PackageRecord, PackageSection } from '../package/package-source.js';
import type { RedactionDone, StoredDecision } from '../store/redaction-store.js';
import type { Overrides } from './overrides.js';
import { withoutPeople } from './people/identity.js';
import type { SubjectIdentifiers } from './people/known-people.js';
import type { LabelBook } from './people/label-book.js';
import { areFilesKept, policyKindOf, type PolicyMode, type RedactionPolicy } from './policy.js';
import type { WithholdingReason } from './record-redaction.js';
import { redactedRecord, withheldRecord } from './record-redactor.js';
import { recordName } from './record-name.js';
import type { RecordPlace, StoredRecords } from './stored-records.js';
import { ThreadRedactors } from './thread-redactors.js';
import { Threads } from './threads.js';

/** By which rules a connection's records are handed over. */
export interface RedactionRules {
  readonly policy: RedactionPolicy;
  /** E.g. "GDPR Art. 15(4)". */
  readonly basis: string;
  readonly overrides: Overrides;
  /** By what the connection knows the data subject. */
  readonly subject: SubjectIdentifiers;
  /** Of everybody in the package, shared by all its connections; asked for when the first record is read. */
  readonly labels: () => Promise<LabelBook>;
  /** Gets what a package did, once it is made. */
  readonly onMade: (done: RedactionDone) => Promise<void>;
}

/** What was changed in a record, which has this number among those of its resource. */
export interface ReviewedRecord {
  readonly number: number;
  readonly item: RedactionItemView;
}

/** What becomes of a record, and why. */
type Verdict =
  { readonly mode: 'export' | 'redact' } | { readonly mode: 'withhold'; readonly reason: WithholdingReason };

/**
 * A connection's records as the data subject may get them. Every reader of a package reads through this; the stored records
 * stay as they are. Nothing but the people of a few threads is kept in memory.
 */
export class RedactedSection implements PackageSection {
  readonly #stored: StoredRecords;
  readonly #rules: RedactionRules;
  readonly #redactors: ThreadRedactors;

  constructor(stored: StoredRecords, rules: RedactionRules) {
    const { policy, labels, subject } = rules;
    this.#stored = stored;
    this.#rules = rules;
    const { connection } = stored;
    this.#redactors = new ThreadRedactors(new Threads(stored), { connection, policy, labels, subject });
  }

  get connection(): string {
    return this.#stored.connection;
  }

  get connector(): PackageSection['connector'] {
    return this.#stored.connector;
  }

  get resources(): PackageSection['resources'] {
    return this.#stored.resources;
  }

  get outcomes(): PackageSection['outcomes'] {
    return this.#stored.outcomes;
  }

  get notCovered(): PackageSection['notCovered'] {
    return this.#stored.notCovered;
  }

  get redaction(): NonNullable<PackageSection['redaction']> {
    const { policy, basis, overrides, subject } = this.#rules;
    const version = createHash('sha256')
      .update(JSON.stringify([overrides.version, subject]))
      .digest('hex');
    return { policy, basis, version };
  }

  records(resource: string): AsyncIterable<PackageRecord> {
    return this.#redacted(this.#stored.records(resource));
  }

  children(resource: string, parent: RecordPlace): AsyncIterable<PackageRecord> {
    return this.#redacted(this.#stored.children(resource, parent));
  }

  async file(resource: string, recordId: string): Promise<AsyncIterable<Uint8Array> | null> {
    const record = await this.#stored.find({ resource, id: recordId });
    if (record === undefined || (await this.#verdict(record)).mode === 'withhold') return null;
    return this.#stored.file(resource, recordId);
  }

  /** What was changed in the records of a resource from a number on, with names: for those who decide about it. */
  async *reviewed(resource: string, from: number): AsyncGenerator<ReviewedRecord> {
    for await (const { number, record } of this.#stored.recordsFrom(resource, from)) {
      const item = await this.#review(record, false);
      if (item !== undefined) yield { number, item };
    }
  }

  /** The same of one record, changed or not. */
  async reviewOne(place: RecordPlace): Promise<RedactionItemView | undefined> {
    const record = await this.#stored.find(place);
    return record && this.#review(record, true);
  }

  /** Tells what was done when every record has been handed over. */
  made({ withheld, replaced }: Omit<RedactionDone, 'policy'>): Promise<void> {
    return this.#rules.onMade({ policy: this.#rules.policy, withheld, replaced });
  }

  async #review(record: PackageRecord, always: boolean): Promise<RedactionItemView | undefined> {
    const { redaction } = await this.#handedOver(record);
    const decision = this.#rules.overrides.decision(record);
    if (redaction === undefined && decision === undefined && !always) return undefined;
    const { place, labels } = await this.#redactors.labelled(record);
    const { connection } = this;
    return {
      record: recordName({ connection, ...record }),
      thread: recordName({ connection, ...place }),
      author: policyKindOf(record.author) ?? null,
      withheld: redaction?.withheld ?? null,
      replaced: redaction?.replaced ?? [],
      labels,
      decision: decision === undefined ? null : decisionView(decision),
    };
  }

  async *#redacted(records: AsyncIterable<PackageRecord>): AsyncGenerator<PackageRecord> {
    for await (const record of records) yield await this.#handedOver(record);
  }

  async #handedOver(record: PackageRecord): Promise<PackageRecord> {
    const { policy, basis } = this.#rules;
    const verdict = await this.#verdict(record);
    if (verdict.mode === 'withhold') return withheldRecord(record, verdict.reason, basis);
    if (verdict.mode === 'redact')
      return redactedRecord(record, await this.#redactors.of(record), policy, basis);
    return withoutPeople(record);
  }

  async #verdict(record: PackageRecord): Promise<Verdict> {
    const decided = this.#rules.overrides.of(record);
    if (decided !== undefined) return verdictOf(decided, 'operator');
    return this.#isFile(record) ? this.#fileVerdict(record) : this.#wordsVerdict(record);
  }

  #isFile({ resource }: PackageRecord): boolean {
    return this.#stored.resources.some(({ name, binary }) => binary && name === resource);
  }

  /** Also what is handed over in full may name people whose names are to be replaced. */
  #wordsVerdict({ author }: PackageRecord): Verdict {
    const kind = policyKindOf(author);
    return kind !== undefined && this.#rules.policy[kind] === 'withhold'
      ? { mode: 'withhold', reason: kind === 'subject' ? 'operator' : kind }
      : { mode: 'redact' };
  }

  /** A file goes with what it is attached to. */
  async #fileVerdict(record: PackageRecord): Promise<Verdict> {
    if (record.author === undefined && record.parent === undefined) return { mode: 'redact' };
    const source =
      record.author === undefined && record.parent !== undefined
        ? await this.#stored.find(record.parent)
        : record;
    if (source === undefined) return { mode: 'withhold', reason: 'unknown_author' };
    const decided = this.#rules.overrides.of(source);
    if (decided === 'withhold') return { mode: 'withhold', reason: 'operator' };
    const kind = policyKindOf(source.author);
    if (kind === undefined || kind === 'subject' || areFilesKept(kind, this.#rules.policy))
      return { mode: 'redact' };
    return { mode: 'withhold', reason: kind };
  }
}

function decisionView({ mode, reason, decidedBy, decidedAt }: StoredDecision): RedactionItemView['decision'] {
  return { mode, reason, decidedBy, decidedAt: decidedAt.toISOString() };
}

function verdictOf(mode: PolicyMode, reason: WithholdingReason): Verdict {
  return mode === 'withhold' ? { mode, reason } : { mode };
}
