import type { PackageRecord, PackageSection } from '../package/package-source.js';

/** A record's place in a connection's part of a package. */
export interface RecordPlace {
  readonly resource: string;
  readonly id: string;
}

/** A connection's records as they were found, nothing redacted. */
export interface StoredRecords extends PackageSection {
  /** One record; undefined when it is not among them. */
  find(place: RecordPlace): Promise<PackageRecord | undefined>;
}
