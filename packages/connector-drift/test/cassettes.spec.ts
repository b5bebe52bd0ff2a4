import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  DriftCheck,
  Pseudonyms,
  readCassette,
  scanCassette,
  writeCassette,
  type Cassette,
  type LiveRecord,
} from '@privacy-connectors/conformance';
import type { DriftSimulator } from '../src/simulator/index.js';
import { email, key, openapi, recordAccess, replayAccess, startSmallDrift } from './support/recording.js';

const file = new URL('cassettes/access.cassette', import.meta.url);
let simulator: DriftSimulator;
let recording: Awaited<ReturnType<typeof recordAccess>>;
let committed: Cassette;

beforeAll(async () => {
  simulator = await startSmallDrift();
  recording = await recordAccess(simulator);
  // Closed before anything is replayed: a replay has no server.
  await simulator.close();
  if (process.env['DSR_RECORD'] === '1') await writeCassette(file, recording.cassette, recording.known);
  committed = await readCassette(file);
});

describe('a recorded access request at Drift', () => {
  it('is replayed without a server, and gives the same records under pseudonyms', async () => {
    const pseudonyms = new Pseudonyms(key);
    const replayed = await replayAccess(recording.cassette);
    const expected = recording.records
      .map(outline)
      .map((each) => ({ ...each, id: pseudonyms.text(each.id) }));
    expect(replayed.map(outline)).toEqual(expected);
    const count = (resource: string) => replayed.filter((each) => each.resource === resource).length;
    expect([count('contacts'), count('conversations'), count('messages'), count('attachments')]).toEqual([
      3, 2, 110, 2,
    ]);
  });

  it('is still what is recorded today (if not: run this with DSR_RECORD=1 and look at the difference)', () => {
    expect(committed).toEqual(recording.cassette);
  });

  it('has nothing in it of anybody', () => {
    const { contacts, messages } = simulator.world.expectedRecords(email);
    const canaries = JSON.stringify([contacts, messages]).match(/canary-[\da-z]+-[\da-f]{8}/g) ?? [];
    const ids = recording.records.map(({ record }) => record.id);
    const phones = JSON.stringify(contacts).match(/\+\d{11}/g) ?? [];
    expect([canaries.length > 0, ids.length, phones.length]).toEqual([true, 117, 3]);
    const known = {
      secrets: [simulator.staticToken],
      identifiers: [email, ...new Set([...canaries, ...phones, ...ids])],
    };
    expect(scanCassette(recording.cassette, known)).toEqual([]);
    expect(scanCassette(committed)).toEqual([]);
  });

  it('is as openapi/drift.yaml says', () => {
    const drift = new DriftCheck(openapi);
    drift.cassette(committed);
    expect(drift.report()).toEqual({ answers: committed.exchanges.length, mismatches: [], news: [] });
  });
});

function outline({ resource, record }: LiveRecord) {
  const { id, occurredAt, file: described } = record;
  return { resource, id, occurredAt, hasFile: described !== undefined };
}
