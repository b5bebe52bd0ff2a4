import type { PackageRecord, PackageSection } from '../package/package-source.js';

/** A record's place in a connection's part of a package. */
export interface RecordPlace {
  readonly resource: string;
  readonly id: string;
}

/** A record and its number in the order in which a resource's records were found: it grows, with gaps. */
export interface NumberedRecord {
  readonly number: number;
  readonly record: PackageRecord;
}

/** A connection's records as they were found, nothing redacted. */
export interface StoredRecords extends PackageSection {
  /** One record; undefined when it is not among them. */
  find(place: RecordPlace): Promise<PackageRecord | undefined>;
  /** The records of a resource from a number on, streamed page by page. */
  recordsFrom(resource: string, number: number): AsyncIterable<NumberedRecord>;
}
