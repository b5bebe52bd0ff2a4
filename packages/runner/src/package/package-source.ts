import type { DataRecord, NotCovered } from '@privacy-connectors/core';
import type { OutcomeView, RequestView } from '../application/views.js';

/** A record as the package prints it. */
export interface PackageRecord extends DataRecord {
  readonly resource: string;
}

/** One connection's part of a package. */
export interface PackageSection {
  readonly connection: string;
  readonly connector: { readonly id: string; readonly title: string; readonly version: string };
  /** Resources in the manifest's order; `parent` tells threads. */
  readonly resources: readonly {
    readonly name: string;
    readonly title: string;
    readonly description: string;
    readonly dataCategories: readonly string[];
    readonly parent?: string;
    readonly binary: boolean;
  }[];
  readonly outcomes: readonly OutcomeView[];
  readonly notCovered: readonly NotCovered[];
  /** All records of a resource, oldest first within a parent, streamed page by page. */
  records(resource: string): AsyncIterable<PackageRecord>;
  /** The records of `resource` that belong to one parent, by `occurredAt`, streamed. */
  children(
    resource: string,
    parent: { readonly resource: string; readonly id: string },
  ): AsyncIterable<PackageRecord>;
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
