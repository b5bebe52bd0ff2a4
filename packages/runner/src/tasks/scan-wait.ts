import type { Json, LocatedThing } from '@privacy-connectors/core';
import { canonicalJson } from '../audit/canonical-json.js';
import { reaches } from '../scans/scan-progress.js';
import type { ScanLook } from '../store/scan-rows.js';
import type { NewWork } from '../store/work-store.js';

/** What a task wants of a scan, and since when it waits for it. */
export interface ScanWait {
  /** Nothing of the owners is older than this; null when that is not known. Epoch milliseconds of the vendor's clock. */
  readonly since: number | null;
  /** Reads of the listing that were begun when the task joined, in the run in which it did; missing before. */
  readonly joined?: { readonly read: number; readonly run: number };
  /** Things that are shown as read so far. */
  readonly shown?: number;
}

/** Work that waits for everything of these owners: nothing of theirs is older than the oldest owner. */
export function scanFor(resource: string, owners: readonly LocatedThing[]): NewWork {
  const times = owners.map(({ existsSince }) => existsSince ?? -Infinity);
  const oldest = Math.floor(Math.min(...times));
  const wait: ScanWait = { since: Number.isFinite(oldest) ? oldest : null };
  const key = canonicalJson(owners.map(({ owner }) => owner ?? '').sort());
  return { kind: 'scan', resource, key, payload: wait as unknown as Json, count: 0 };
}

/** Whether the index shows everything the task waits for, as of a moment after it joined. */
export function isServed(scan: ScanLook, { since, joined }: ScanWait): boolean {
  if (scan.fresh_read === null || joined === undefined) return false;
  return scan.fresh_read > joined.read && reaches(scan.covered_since, since);
}

/** Whether the scan that the task waited for ended without success. */
export function hasFailed(scan: ScanLook, { joined }: ScanWait): boolean {
  return scan.failed_read !== null && joined !== undefined && joined.read <= scan.failed_read;
}

/** Whether the scan under way, or the next one, reads as far as the task needs. */
export function isWanted(scan: ScanLook, { since }: ScanWait): boolean {
  return scan.wanted && reaches(scan.wanted_since, since);
}

/** The work that goes on waiting, and shows that the scan has read so many things. */
export function showing(wait: ScanWait, things: number): { readonly payload: Json; readonly done: number } {
  const before = wait.shown ?? 0;
  const shown = Math.max(before, things);
  const { since, joined } = wait;
  const payload = { since, shown, ...(joined === undefined ? {} : { joined }) };
  return { payload, done: shown - before };
}
