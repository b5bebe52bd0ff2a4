import type { DataRecord, Identifier, LocatedThing, Manifest, Subject } from '@privacy-connectors/core';
import { locateWorks } from './locating.js';
import { keyOf } from './stored.js';
import type { AccessWork } from './work.js';

/** A record and the thing it was read from. */
export interface KeptRecord {
  readonly resource: string;
  readonly from: string;
  readonly record: DataRecord;
}

/** Everything an access request has committed: JSON, so a crash loses nothing of it. */
export interface AccessState {
  readonly queue: readonly AccessWork[];
  readonly things: readonly LocatedThing[];
  /** Handed on by the steps that locate. */
  readonly identifiers: readonly Identifier[];
  /** Keys of every step that was ever queued. */
  readonly seen: readonly string[];
  /** By resource and record id: a record that is read again overwrites itself. */
  readonly records: { readonly [key: string]: KeptRecord };
  /** SHA-256 by resource and record id. */
  readonly files: { readonly [key: string]: string };
  readonly skipped: readonly { readonly resource: string; readonly why: string }[];
}

/** The beginning of a request about this person. */
export function newAccess(manifest: Manifest, subject: Subject): AccessState {
  const queue = locateWorks(manifest, subject);
  const seen = queue.map(keyOf);
  return { queue, things: [], identifiers: [], seen, records: {}, files: {}, skipped: [] };
}
