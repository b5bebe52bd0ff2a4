import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { AuditEntryView } from '../../src/application/views/audit-view.js';
import type { RedactionItemView } from '../../src/application/views/redaction-item-view.js';
import { lazyOpeners } from '../../src/cli/openers.js';
import { pageWidth } from '../../src/cli/output/layout.js';
import { run } from '../cli/run.js';
import { fastSettings } from '../support/installation.js';
import { ServiceInstallation } from '../support/service-installation.js';

const access = 'grace.hopper@example.com';
const deletion = 'ada.lovelace@example.com';

/** One installation, worked with from both places: what is only read has to be the same to the byte. */
const installation = new ServiceInstallation();
type Place = 'host' | 'service';
const places: readonly Place[] = ['host', 'service'];

let vendor: DriftSimulator;
/** Of requests that have ended, by the person. */
const ids = new Map<string, string>();
/** After everything that was set up, so that the log up to here stays as it is. */
let until: string;

beforeAll(async () => {
  await installation.open();
  vendor = await startDriftSimulator({
    subjects: [
      { email: access, conversations: 2, messagesPerConversation: 12 },
      { email: deletion, conversations: 1 },
    ],
    conversations: 4,
    strangers: 2,
  });
  const others = places.flatMap((place) => [`alive-${place}`, `dead-${place}`, `policy-${place}`]);
  for (const name of ['main', ...others]) await connect(name);
  await carryOut('access', access);
  await carryOut('delete', deletion, '--approve');
  for (const place of places) mkdirSync(installation.path(place));
  until = new Date(Date.now() + 1).toISOString();
});

afterAll(async () => {
  await vendor.close();
  await installation.close();
});

async function connect(name: string): Promise<void> {
  const { baseUrl, authorizationUrl } = vendor;
  const settings = Object.entries({ baseUrl, authorizationUrl, ...fastSettings });
  const given = settings.flatMap(([key, value]) => ['--set', `${key}=${value}`]);
  const add = ['connection', 'add', 'drift', '--name', name, ...given, '--token-env', 'TOKEN'];
  expect(await at('service', add)).toMatchObject({ exitCode: 0, stderr: '' });
}

async function carryOut(command: 'access' | 'delete', email: string, ...more: string[]): Promise<void> {
  const wanted = ['request', command, '--email', email, '--connection', 'main', '--wait', '--json', ...more];
  const { exitCode, stdout, stderr } = await at('service', wanted);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  ids.set(email, (JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as { id: string }).id);
}

/** Runs a command at a place. */
async function at(place: Place, parameters: readonly string[]) {
  const ofPlace = place === 'host' ? installation.host : installation.environment;
  const environment = { ...ofPlace, TOKEN: vendor.staticToken };
  const { exitCode, stdout, stderr } = await run(parameters, { openers: lazyOpeners, environment });
  return { exitCode, stdout, stderr };
}

/** How a command ended at each place, with `%` for the place. */
async function atBoth(parameters: (place: Place) => readonly string[]) {
  const ends: Record<string, Awaited<ReturnType<typeof at>>> = {};
  for (const place of places) {
    const { exitCode, stdout, stderr } = await at(place, parameters(place));
    if (!parameters(place).includes('--json')) expectNarrow(stdout);
    ends[place] = { exitCode, stdout: neutral(stdout, place), stderr: neutral(stderr, place) };
  }
  return ends as Record<Place, Awaited<ReturnType<typeof at>>>;
}

/** Without what may differ: names with the place in them, who it was, and when; where lines break therefore; and whether a receipt has a newer version by now. */
function neutral(text: string, place: Place): string {
  return text
    .replaceAll(`-${place}`, '-%')
    .replaceAll(installation.path(place), installation.path('%'))
    .replaceAll(/\bcli\b|key:[0-9a-f]{16}/g, '<actor>')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/"latest":\d+/g, '"latest":0')
    .replaceAll(/Version: 1(?:, the newest| of \d+)/g, 'Version: 1')
    .replaceAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d\.\d{3}Z| UTC)/g, '<time>');
}

/** As a person and as a program gets it, the same at both places. @returns what stood on stdout, as JSON. */
async function expectSame(code: number, parameters: (place: Place) => readonly string[]): Promise<unknown> {
  const read = await atBoth(parameters);
  expect(read.service).toEqual(read.host);
  expect(read.host).toMatchObject({ exitCode: code, stderr: '' });
  const json = await atBoth((place) => [...parameters(place), '--json']);
  expect(json.service).toEqual(json.host);
  expect(json.host).toMatchObject({ exitCode: code, stderr: '' });
  return JSON.parse(json.host.stdout);
}

function expectNarrow(text: string): void {
  expect(text.split('\n').filter((line) => line.length > pageWidth)).toEqual([]);
}

/** The same file at both places. */
function fileAtBoth(name: string): string {
  const [host, service] = places.map((place) => readFileSync(installation.path(`${place}/${name}`), 'utf8'));
  expect(service).toBe(host);
  return host ?? '';
}

const idOf = (email: string): string => ids.get(email) ?? '';
const fileOf = (place: Place, name: string): string => installation.path(`${place}/${name}`);

describe('the audit log, on the host and through the service', () => {
  it('is listed', async () => {
    const entries = await expectSame(0, () => ['audit', 'list', '--to', until, '--limit', '150']);
    const actions = (entries as readonly AuditEntryView[]).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['request.received', 'receipt.issued', 'vendor.called']));
  });

  it('is verified', async () => {
    expect(await expectSame(0, () => ['audit', 'verify'])).toMatchObject({ holds: true, problems: [] });
  });

  it('is exported, and the file verified', async () => {
    await expectSame(0, (place) => ['audit', 'export', '--out', fileOf(place, 'audit.jsonl'), '--to', until]);
    await expectSame(0, (place) => ['receipt', 'keys', '--out', fileOf(place, 'jwks.json')]);
    fileAtBoth('jwks.json');
    const verify = (place: Place) => ['audit', 'verify', fileOf(place, 'audit.jsonl')];
    const keys = (place: Place) => ['--jwks', fileOf(place, 'jwks.json')];
    const view = await expectSame(0, (place) => [...verify(place), ...keys(place)]);
    expect(view).toMatchObject({ holds: true, firstEntry: 1 });
  });
});

describe('receipts, on the host and through the service', () => {
  it.each([access, deletion])('of %s are shown, in every form', async (email) => {
    const show = ['receipt', 'show', idOf(email), '--number', '1'];
    expect(await expectSame(0, () => show)).toMatchObject({ requestId: idOf(email), number: 1 });
    for (const form of ['jws', 'json', 'html']) {
      const out = (place: Place) => ['--as', form, '--out', fileOf(place, `${email}.${form}`)];
      await expectSame(0, (place) => [...show, ...out(place)]);
      expect(fileAtBoth(`${email}.${form}`)).not.toContain(email);
    }
  });

  it('hold, and are proven to be about the person alone', async () => {
    await expectSame(0, (place) => ['receipt', 'keys', '--out', fileOf(place, 'jwks.json')]);
    await expectSame(0, () => ['receipt', 'keys']);
    const file = (place: Place) => fileOf(place, `${deletion}.jws`);
    const jwks = (place: Place) => ['--jwks', fileOf(place, 'jwks.json')];
    const verified = await expectSame(0, (place) => ['receipt', 'verify', file(place), ...jwks(place)]);
    expect(verified).toMatchObject({ holds: true });
    const prove = (email: string) => (place: Place) => ['receipt', 'prove', file(place), '--email', email];
    expect(await expectSame(0, prove(deletion))).toMatchObject({ matches: true });
    expect(await expectSame(9, prove(access))).toMatchObject({ matches: false });
  });
});

describe("other people's data, on the host and through the service", () => {
  const review = () => ['request', 'review', idOf(access)];

  it('is reviewed, and decided about', async () => {
    const items = (await expectSame(0, review)) as readonly RedactionItemView[];
    const record = items.find(({ withheld }) => withheld === 'internal_note')?.record ?? '';
    const reason = 'It quotes the person only. '.repeat(5).trim();
    const decide = [...review(), '--export', record, '--reason', reason];
    const [decided] = (await expectSame(0, () => decide)) as readonly RedactionItemView[];
    expect(decided).toMatchObject({ record, withheld: null, decision: { mode: 'export' } });
    const labels = expect.any(Array) as unknown;
    expect(await expectSame(0, review)).toContainEqual({ ...decided, labels });
  });

  it('has a policy, which is changed', async () => {
    const change = (place: Place) => [
      'connection',
      'policy',
      `policy-${place}`,
      '--policy',
      'agent=withhold',
    ];
    const changed = await expectSame(0, change);
    expect(changed).toMatchObject({ policy: { agent: 'withhold', internal_note: 'withhold' } });
  });
});

describe('legal holds, on the host and through the service', () => {
  it('are placed and released', async () => {
    const reason = 'Complaint at the authority, our file 17, on what became of two conversations.';
    for (const json of [[], ['--json']]) {
      const ends: unknown[] = [];
      for (const place of places) {
        const held = await at(place, ['request', 'hold', idOf(access), '--reason', reason, ...json]);
        expect(held.stdout).toContain('Complaint at the authority');
        const released = await at(place, ['request', 'release', idOf(access), ...json]);
        expect(released.stdout).not.toContain('Complaint at the authority');
        if (json.length === 0) for (const { stdout } of [held, released]) expectNarrow(stdout);
        ends.push([held, released].map((end) => ({ ...end, stdout: neutral(end.stdout, place) })));
      }
      expect(ends[1]).toEqual(ends[0]);
      expect(ends[0]).toMatchObject([
        { exitCode: 0, stderr: '' },
        { exitCode: 0, stderr: '' },
      ]);
    }
  });
});

describe('what is refused on the host is refused through the service', () => {
  it.each<[string, (place: Place) => readonly string[]]>([
    ['a review of a deletion', () => ['request', 'review', idOf(deletion)]],
    [
      'a decision about no record',
      () => ['request', 'review', idOf(access), '--export', 'main/messages/0', '--reason', 'Why not.'],
    ],
    [
      'a decision about what is no record',
      () => ['request', 'review', idOf(access), '--export', 'main', '--reason', 'Why not.'],
    ],
    [
      'a decision without a reason',
      () => ['request', 'review', idOf(access), '--export', 'main/messages/1', '--reason', ' '],
    ],
    ['a hold with a novel', () => ['request', 'hold', idOf(access), '--reason', 'x'.repeat(5_000)]],
    ['an extension with a novel', () => ['request', 'extend', idOf(access), '--reason', 'x'.repeat(5_000)]],
    ['a release without a hold', () => ['request', 'release', idOf(access)]],
    ['a policy of no connection', () => ['connection', 'policy', 'nobody', '--policy', 'agent=redact']],
    ['a policy that does not exist', () => ['connection', 'policy', 'main', '--policy', 'agent=hide']],
    ['a policy against the person', () => ['connection', 'policy', 'main', '--policy', 'subject=withhold']],
    ['a receipt that was never issued', () => ['receipt', 'show', idOf(access), '--number', '99']],
    ['a proof about nobody', (place) => ['receipt', 'prove', fileOf(place, `${deletion}.jws`)]],
    [
      'a proof by what is no e-mail',
      (place) => ['receipt', 'prove', fileOf(place, `${deletion}.jws`), '--email', 'nobody'],
    ],
    ['a log that ends before it begins', () => ['audit', 'list', '--from', until, '--to', '2020-01-01']],
    ['a checkpoint that is none', (place) => ['audit', 'verify', '--checkpoint', fileOf(place, 'jwks.json')]],
    ['a removal of no connection', () => ['connection', 'remove', 'nobody']],
  ])('%s', async (_, parameters) => {
    for (const more of [[], ['--json']]) {
      const { host, service } = await atBoth((place) => [...parameters(place), ...more]);
      expect(service).toEqual(host);
      expect(host.exitCode).not.toBe(0);
      expect(host.exitCode).not.toBe(1);
      expect(host.stdout + host.stderr).not.toBe('');
    }
  });
});

describe('connections that are removed, on the host and through the service', () => {
  it('are still alive at the vendor, then forgotten', async () => {
    const remove = (place: Place) => ['connection', 'remove', `alive-${place}`];
    expect(await expectSame(4, remove)).toMatchObject({ state: 'still_alive', reason: 'unsupported' });
    const list = ['connection', 'list', '--json'];
    expect(await at('service', list)).toEqual(await at('host', list));
    const forget = await atBoth((place) => [...remove(place), '--forget', '--json']);
    expect(forget.service).toEqual(forget.host);
    expect(JSON.parse(forget.host.stdout)).toMatchObject({ state: 'forgotten' });
    const again = await atBoth(remove);
    expect(again.service).toEqual(again.host);
    expect(again.host.exitCode).toBe(2);
  });

  it('are disconnected once the vendor refuses their credentials', async () => {
    vendor.tokens.revokeAll('static');
    const { host, service } = await atBoth((place) => ['connection', 'remove', `dead-${place}`]);
    expect(service).toEqual(host);
    expect(host).toMatchObject({ exitCode: 0, stderr: '' });
    const removed = (place: Place) => ['connection', 'remove', `policy-${place}`, '--json'];
    const json = await atBoth(removed);
    expect(json.service).toEqual(json.host);
    expect(JSON.parse(json.host.stdout)).toMatchObject({ state: 'disconnected', manualSteps: [] });
  });
});
