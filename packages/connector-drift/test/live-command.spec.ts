import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readCassette, scanCassette } from '@privacy-connectors/conformance';
import { startDriftSimulator, type DriftSimulator } from '../src/simulator/index.js';

const email = 'Grace.Hopper@example.com';
const packageName = '@privacy-connectors/connector-drift';
const require = createRequire(import.meta.url);
const command = join(
  dirname(require.resolve('@privacy-connectors/conformance')),
  '..',
  'bin',
  'dsr-conformance.js',
);
const here = dirname(fileURLToPath(import.meta.url));

let simulator: DriftSimulator;
let folder: string;

beforeEach(async () => {
  simulator = await startDriftSimulator({
    subjects: [
      { email, contacts: 2, conversations: 2, messagesPerConversation: 55, attachmentsPerConversation: 1 },
    ],
    conversations: 30,
    erasure: { afterLookups: 1 },
  });
  folder = await mkdtemp(join(tmpdir(), 'live-command-'));
});

afterEach(async () => {
  await simulator.close();
  await rm(folder, { recursive: true });
});

describe('dsr-conformance live', () => {
  it('reads an account, compares the answers, changes nothing and prints nothing personal', async () => {
    const { code, stdout, stderr } = await run(['--email', email, ...settings()]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^drift, live: kept$/m);
    expect(stdout).toMatch(
      /the data subject is found .*: 2 things located; records: .*messages 110 \(pages: 4\)/,
    );
    expect(stdout).toMatch(
      /the answers are as the API description says: \d+ answers compared; fields that are new: .*listMessages \/data\/messages\/\*\/orgId/,
    );
    expect(stdout.toLowerCase()).not.toMatch(/grace|hopper|@example|canary/);
    expect(stdout).not.toContain(simulator.staticToken);
    expect(
      simulator.calls.all.filter(({ method }) => method !== 'GET').map(({ operationId }) => operationId),
    ).toEqual(['tokenInformation']);
  });

  it('records a cassette in which nobody is found', async () => {
    const file = join(folder, 'live.cassette');
    const { code, stdout } = await run(['--email', email, '--record', file, ...settings()]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\d+ exchanges were recorded/)]);
    const cassette = await readCassette(file);
    expect(Object.keys(cassette.inputs)).toEqual(['accessToken', 'nobody', 'email']);
    expect(cassette.exchanges).toHaveLength(simulator.calls.total);
    const canaries = JSON.stringify(simulator.world.expectedRecords(email).contacts).match(
      /canary-[\da-z]+-[\da-f]{8}/g,
    );
    const known = { secrets: [simulator.staticToken], identifiers: [email, ...new Set(canaries)] };
    expect(scanCassette(cassette, known)).toEqual([]);
  });

  it('erases the person only when told to and when the address is typed again', async () => {
    const refused = await run(['--email', email, '--write', ...settings()], 'somebody@example.com\n');
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/Nothing was run/)]);
    expect((await run(['--email', email, '--write', ...settings()])).code).toBe(2);
    expect(simulator.calls.total).toBe(0);
    const erased = await run(['--email', email, '--write', ...settings()], `${email}\n`);
    expect([erased.code, erased.stdout]).toEqual([
      0,
      expect.stringMatching(/erased as planned: operations: \d deleted/),
    ]);
    expect(simulator.world.contactsOf(email)).toEqual([]);
    const again = await run(['--email', email, '--write', '--yes', ...settings()]);
    expect([again.code, again.stdout]).toEqual([
      1,
      expect.stringMatching(/erased as planned: there is nothing to erase/),
    ]);
  });

  it.each([
    [
      ['--email', email],
      { DSR_LIVE_DRIFT_TOKEN: '' },
      /not run {2}the connection is alive: set DSR_LIVE_DRIFT_TOKEN/,
    ],
    [['--set', 'colour=red'], {}, /--set takes name=value with one of these names: baseUrl/],
    [['--set', 'vendorBurst=many'], {}, /The setting vendorBurst takes a number/],
    [['--write'], {}, /name them with --email/],
    [['--record', 'x'], { DSR_CASSETTE_KEY: 'short' }, /DSR_CASSETTE_KEY is too short/],
    [['--colour'], {}, /unknown option/],
  ])('says what is missing with %j', async (options, environment, reason) => {
    const { code, stdout, stderr } = await run(options, '', environment);
    expect([code, stdout + stderr]).toEqual([2, expect.stringMatching(reason)]);
    expect(simulator.calls.total).toBe(0);
  });

  it('tells a token that is rejected, and ends with 1', async () => {
    const { code, stdout } = await run(['--email', email, ...settings()], '', {
      DSR_LIVE_DRIFT_TOKEN: 'made-up-token',
    });
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/broken {3}the connection is alive: The vendor rejects/),
    ]);
    expect(stdout).not.toContain('made-up-token');
  });

  it('has help that fits 80 columns', async () => {
    const { code, stdout } = await run(['--help']);
    expect([code, stdout.split('\n').filter(({ length }) => length > 80)]).toEqual([0, []]);
    expect(stdout).toContain('DSR_LIVE_<CONNECTOR>_TOKEN');
  });
});

function settings(): readonly string[] {
  const values = {
    baseUrl: simulator.baseUrl,
    vendorRequestsPerSecond: 10_000,
    vendorBurst: 10_000,
    verifyEverySeconds: 1,
  };
  return Object.entries(values).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
}

async function run(
  options: readonly string[],
  input = '',
  environment: Readonly<Record<string, string>> = {},
) {
  const child = spawn(process.execPath, [command, 'live', packageName, ...options], {
    cwd: here,
    env: { PATH: process.env['PATH'], DSR_LIVE_DRIFT_TOKEN: simulator.staticToken, ...environment },
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}
