import { Buffer } from 'node:buffer';
import type { RequestView } from '../../../src/application/views/request-view.js';
import type { PackageRecord, PackageSection, PackageSource } from '../../../src/package/package-source.js';

/** A section whose records and files lie in memory. */
export interface MemorySection {
  readonly connection?: string;
  readonly outcomes?: PackageSection['outcomes'];
  readonly notCovered?: PackageSection['notCovered'];
  readonly resources: readonly (Partial<PackageSection['resources'][number]> & { readonly name: string })[];
  readonly records: readonly PackageRecord[];
  /** Bytes by record id. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

export const request: RequestView = {
  id: 'req_01J9Z6W2M8K3',
  type: 'access',
  status: 'completed',
  receivedAt: '2026-03-02T09:15:00.000Z',
  regulation: 'gdpr',
  daysLeft: null,
  overdue: false,
  extended: null,
  dueAt: '2026-04-01T09:15:00.000Z',
  finishedAt: '2026-03-03T14:40:30.000Z',
  forecast: null,
  identifiers: [],
  retention: { expiresAt: null, purgeDue: false, expiredAt: null, expiredBy: null, hold: null, purged: null },
  waitsFor: null,
  reappearance: [],
  tasks: [],
};

export function memorySource(...sections: readonly MemorySection[]): PackageSource {
  return { request, sections: sections.map(memorySection) };
}

export function memorySection(given: MemorySection): PackageSection {
  return {
    connection: given.connection ?? 'drift-main',
    connector: { id: 'drift', title: 'Drift', version: '0.1.0' },
    resources: given.resources.map((resource) => ({
      title: resource.name,
      description: '',
      dataCategories: [],
      binary: false,
      ...resource,
    })),
    outcomes: given.outcomes ?? [],
    notCovered: given.notCovered ?? [],
    records: (resource) => each(given.records.filter((record) => record.resource === resource)),
    children: (resource, parent) =>
      each(
        given.records.filter(
          (record) =>
            record.resource === resource &&
            record.parent?.resource === parent.resource &&
            record.parent.id === parent.id,
        ),
      ),
    file: (_resource, id) => {
      const bytes = given.files?.get(id);
      return bytes === undefined ? null : each([bytes.subarray(0, 3), Buffer.alloc(0), bytes.subarray(3)]);
    },
  };
}

/** A list as a stream. */
export async function* each<Item>(list: Iterable<Item>): AsyncGenerator<Item> {
  for (const item of list) yield await Promise.resolve(item);
}
