import type { Json } from '@privacy-connectors/core';
import type { PackageRecord } from '../../src/package/package-source.js';
import { noOverrides, type Overrides } from '../../src/redaction/overrides.js';
import { labelEverybody } from '../../src/redaction/label-everybody.js';
import { defaultPolicy, type PolicyChanges } from '../../src/redaction/policy.js';
import { RedactedSection } from '../../src/redaction/redacted-section.js';
import type { SubjectIdentifiers } from '../../src/redaction/people/known-people.js';
import type { StoredRecords } from '../../src/redaction/stored-records.js';
import { chatResources } from '../package/support/chat-records.js';
import { each, memorySection, type MemorySection } from '../package/support/memory-source.js';

/** What a test redacts with; the rest is as it is by default. */
export interface GivenRules {
  readonly policy?: PolicyChanges;
  readonly overrides?: Overrides;
  readonly subject?: SubjectIdentifiers;
  readonly files?: MemorySection['files'];
}

/** Records of a chat product that lie in memory, redacted. */
export function redactedSection(records: readonly PackageRecord[], given: GivenRules = {}): RedactedSection {
  const { overrides = noOverrides, subject = [], files } = given;
  const stored = storedRecords({ resources: chatResources, records, ...(files && { files }) });
  const policy = { ...defaultPolicy, ...given.policy };
  const labels = labelEverybody([{ stored, policy, subject }]);
  return new RedactedSection(stored, {
    ...{ policy, overrides, subject, labels: () => labels },
    basis: 'GDPR Art. 15(4)',
    onMade: () => Promise.resolve(),
  });
}

/** Records that lie in memory, as the store hands them out. */
export function storedRecords(given: MemorySection): StoredRecords {
  const { records } = given;
  return {
    ...memorySection(given),
    find: ({ resource, id }) =>
      Promise.resolve(records.find((record) => record.resource === resource && record.id === id)),
    recordsFrom: (resource, first) =>
      each(
        records.flatMap((record, number) =>
          record.resource === resource && number >= first ? [{ number, record }] : [],
        ),
      ),
  };
}

/** Every record of a resource. */
export async function all(records: AsyncIterable<PackageRecord>): Promise<readonly PackageRecord[]> {
  const list: PackageRecord[] = [];
  for await (const record of records) list.push(record);
  return list;
}

/** Every text in a value, names of members included. */
export function textsIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (value === null || value === undefined || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((item: Json) => textsIn(item));
  return Object.entries(value).flatMap(([name, member]) => [name, ...textsIn(member)]);
}
