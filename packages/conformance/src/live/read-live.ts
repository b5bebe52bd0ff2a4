import type { Connector, DataRecord, Subject } from '@privacy-connectors/core';
import { streamAccess } from '../driver/streamed-access.js';
import { liveProcess, type LiveConnection } from './live-process.js';

/** A record and the resource it belongs to. @public */
export interface LiveRecord {
  readonly resource: string;
  readonly record: DataRecord;
}

/**
 * Tests the connection and reads everything of a person, in the order in which it comes. With a recorder around it, this
 * makes a cassette; with a player instead of the vendor, it reads one. Rejects with what the connector throws. @public
 */
export async function readLive(
  connector: Connector,
  connection: LiveConnection,
  subject: Subject,
): Promise<readonly LiveRecord[]> {
  const process = liveProcess(connector, connection);
  const records: LiveRecord[] = [];
  await process.check();
  await streamAccess(process, subject, (resource, page) => {
    records.push(...page.records.map((record) => ({ resource, record })));
  });
  return records;
}
