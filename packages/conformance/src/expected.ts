import type { AccessState } from './driver/access-state.js';
import { keyOf } from './driver/stored.js';
import { ensureSameSet } from './failure.js';
import type { VendorPerson } from './vendor.js';

/** `resource/id` of every record that an access request must return. */
export function expectedRecords({ records }: VendorPerson): readonly string[] {
  return Object.entries(records).flatMap(([resource, ids]) => ids.map((id) => `${resource}/${id}`));
}

/** `resource/id sha256` of every binary that an access request must return. */
export function expectedFiles({ files }: VendorPerson): readonly string[] {
  return Object.entries(files).flatMap(([resource, digests]) =>
    Object.entries(digests).map(([id, digest]) => `${resource}/${id} ${digest}`),
  );
}

/** @throws ConformanceFailure when records or binaries are missing or too many. */
export function ensureComplete(state: AccessState, person: VendorPerson): void {
  ensureSameSet(Object.keys(state.records), expectedRecords(person), 'records');
  ensureSameSet(filesOf(state), expectedFiles(person), 'files');
}

/** Whether nothing is missing and nothing too many. */
export function isComplete(state: AccessState, person: VendorPerson): boolean {
  const read = [...Object.keys(state.records), ...filesOf(state)];
  const expected = [...expectedRecords(person), ...expectedFiles(person)];
  return keyOf([...read].sort()) === keyOf([...expected].sort());
}

/** As {@link expectedFiles}, of what was read. */
export function filesOf({ files }: AccessState): readonly string[] {
  return Object.entries(files).map(([key, digest]) => `${key} ${digest}`);
}
