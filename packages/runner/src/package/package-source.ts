import type { DataRecord, NotCovered } from '@privacy-connectors/core';
import type { RequestView } from '../application/views/request-view.js';
import type { OutcomeView } from '../application/views/task-view.js';
import type { DescribedConnector, DescribedResource } from '../connectors/described-connector.js';
import type { RedactionPolicy } from '../redaction/policy.js';
import type { ReasonCount, RecordRedaction, WithheldCount } from '../redaction/record-redaction.js';

/** A record as the package prints it. */
export interface PackageRecord extends DataRecord {
  readonly resource: string;
  /** What was changed in it for the sake of other people; missing when nothing was. */
  readonly redaction?: RecordRedaction;
}

/** The rules that a connection's records are handed over by. */
export interface RedactionInForce {
  readonly policy: RedactionPolicy;
  /** E.g. "GDPR Art. 15(4)". */
  readonly basis: string;
  /** Changes with every decision about a single record, and with whom the connection knows as the data subject. */
  readonly version: string;
}

/** One connection's part of a package. */
export interface PackageSection {
  readonly connection: string;
  readonly connector: Omit<DescribedConnector, 'resources'>;
  /** In the manifest's order. */
  readonly resources: readonly DescribedResource[];
  readonly outcomes: readonly OutcomeView[];
  readonly notCovered: readonly NotCovered[];
  /** How other people's data is kept out; missing where the records are handed over as they are. */
  readonly redaction?: RedactionInForce;
  /** All records of a resource, oldest first within a parent, streamed page by page. */
  records(resource: string): AsyncIterable<PackageRecord>;
  /** The records of `resource` that belong to one parent, by `occurredAt`, streamed. */
  children(
    resource: string,
    parent: { readonly resource: string; readonly id: string },
  ): AsyncIterable<PackageRecord>;
  /** Told once every record has been written, with what was left out and replaced. */
  made?(done: {
    readonly withheld: readonly WithheldCount[];
    readonly replaced: readonly ReasonCount[];
  }): Promise<void>;
  /** The decrypted bytes of a record's file, streamed; null when the file could not be fetched (an outcome says so). */
  file(
    resource: string,
    recordId: string,
  ): AsyncIterable<Uint8Array> | null | Promise<AsyncIterable<Uint8Array> | null>;
}

/** What a package is made of. Nothing here holds more than a page in memory. */
export interface PackageSource {
  readonly request: RequestView;
  readonly sections: readonly PackageSection[];
}
