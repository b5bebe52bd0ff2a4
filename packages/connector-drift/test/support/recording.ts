import {
  Player,
  readLive,
  readOpenapi,
  Recorder,
  type Cassette,
  type LiveRecord,
} from '@privacy-connectors/conformance';
import { connector } from '../../src/index.js';
import { startDriftSimulator, type DriftSimulator } from '../../src/simulator/index.js';

/** For recordings of made-up people alone: whoever has it can tell which value became which pseudonym. */
export const key = 'key of the cassettes of a simulator';

/** Parameters, bodies and answers; the generated description has answers only. */
export const openapi = await readOpenapi(new URL('../../openapi/drift.yaml', import.meta.url));

export const email = 'Grace.Hopper@example.com';

/** Faster than a real vendor would allow; a cassette has no limit. */
const pace = { vendorRequestsPerSecond: 10_000, vendorBurst: 10_000 };

/** A small world, the same every time, with a second page of everything. */
export function startSmallDrift(): Promise<DriftSimulator> {
  return startDriftSimulator({
    seed: 3,
    subjects: [
      { email, contacts: 3, conversations: 2, messagesPerConversation: 55, attachmentsPerConversation: 1 },
    ],
    strangers: 5,
    conversations: 110,
    contactsPageSize: 1,
    attachmentBytes: 500,
    now: () => Date.UTC(2026, 5, 1, 12),
  });
}

/** Records an access request at a simulator. */
export async function recordAccess({ baseUrl, staticToken }: DriftSimulator) {
  const recorder = new Recorder({ connector: 'drift', scenario: 'access by e-mail', openapi, key });
  recorder.input('email', email);
  recorder.input('accessToken', staticToken);
  const records = await readLive(
    connector,
    { accessToken: staticToken, settings: { baseUrl, ...pace }, around: (send) => recorder.around(send) },
    { identifiers: [{ kind: 'email', value: email }] },
  );
  return { cassette: recorder.cassette(), known: recorder.known, records };
}

/** The same access request out of a cassette: without a server, and asked with pseudonyms. */
export async function replayAccess(cassette: Cassette): Promise<readonly LiveRecord[]> {
  const player = new Player(cassette, { openapi });
  const { email: value = '', accessToken = '' } = cassette.inputs;
  const records = await readLive(
    connector,
    { accessToken, settings: pace, around: () => player.send },
    { identifiers: [{ kind: 'email', value }] },
  );
  player.finish();
  return records;
}
