import type { DataRecord, Person } from '@privacy-connectors/core';
import { runAccess } from './access.js';
import type { KeptRecord } from './access-state.js';
import { ConnectorProcess } from './process.js';
import type { Site } from './site.js';
import type { VendorPerson } from '../vendor.js';

/** Everything an access request returns about a person. */
export async function recordsOf(site: Site, { subject }: VendorPerson): Promise<readonly KeptRecord[]> {
  const { records } = await runAccess(new ConnectorProcess(site), subject);
  return Object.values(records);
}

/** A record without its people, who are named to be kept out of what is handed over. */
export function handedOver(record: DataRecord): object {
  return { ...record, people: undefined };
}

/** Everybody whom the records of a thread name: those that have it as their parent, and the thread itself. */
export function peopleOf(thread: string, records: readonly KeptRecord[]): readonly Person[] {
  const inThread = records.filter(
    ({ resource, record }) => `${resource}/${record.id}` === thread || threadOf(record) === thread,
  );
  return inThread.flatMap(({ record }) => record.people ?? []);
}

function threadOf({ parent }: DataRecord): string | undefined {
  return parent && `${parent.resource}/${parent.id}`;
}
