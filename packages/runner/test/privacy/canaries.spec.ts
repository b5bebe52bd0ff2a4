import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import pg from 'pg';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../src/postgres/index.js';
import { deadLetterCode } from '../../src/tasks/dead-letter.js';
import { authorize } from '../support/authorization.js';
import { dsr, type DsrEnd } from '../support/dsr.js';
import { Installation } from '../support/installation.js';
import type { MadeUpVendor } from '../support/made-up/vendor.js';
import { readPackage } from '../support/read-package.js';
import { indiscretions, startIndiscreetVendor, type IndiscreetVendor } from './indiscreet-vendor.js';
import { Search, type Secret } from './search.js';
import { useIdentifiers } from './use-identifiers.js';
import { watchTokens } from './watch-tokens.js';
import { engineValues, filesIn, isReadable, tablesOf, type StoredContent } from './stored-content.js';

const kept = 'Grace.Hopper@example.com';
const deleted = 'ada.lovelace@example.com';
/** One for each request, since a deletion waits for an access of the same person. */
const accused = ['Katherine', 'Dorothy', 'Mary', 'Annie'].map((name) => `${name}.Johnson@example.com`);
const unreadable = 'margaret.hamilton@example.com';
const indiscreetToken = 'indiscreet-token-5b0d17c3a9';
const person = ['Katherine Johnson-Canary-81c2', '+46701234567'];
/** Stored in clear on purpose: the search must find it. */
const planted = 'planted-connection-3e77';

describe('what is stored and told', () => {
  const installation = new Installation();
  const secrets: Secret[] = [];
  const outputs: string[] = [];
  const indiscreet = new Map<string, IndiscreetVendor>();
  let madeUp: readonly MadeUpVendor[] = [];
  let oauth: DriftSimulator;
  let simple: DriftSimulator;
  let server: EmbeddedPostgres;
  let tables: readonly StoredContent[];

  beforeAll(async () => {
    const subject = {
      contacts: 2,
      conversations: 2,
      messagesPerConversation: 30,
      attachmentsPerConversation: 1,
    };
    const subjects = [kept, deleted, unreadable].map((email) => ({ email, ...subject }));
    oauth = await startDriftSimulator({ subjects, conversations: 20, strangers: 10, rotation: 'replace' });
    simple = await startDriftSimulator({ seed: 2, subjects, conversations: 20, strangers: 10 });
    for (const vendor of [oauth, simple]) for (const email of vendor.world.subjects) remember(vendor, email);
    secrets.push({ name: 'indiscreet token', value: indiscreetToken });
    secrets.push(...accused.map((value) => ({ name: 'accused', value })));
    secrets.push(...person.map((value) => ({ name: 'accused person', value })));
    secrets.push(
      { name: 'client secret', value: oauth.clientSecret },
      { name: 'static token', value: simple.staticToken },
    );
    watchTokens(oauth.tokens, (secret) => secrets.push(secret));
    // Keeps the server up, so that what it holds can be read at the end.
    server = await openEmbeddedPostgres({ folder: `${installation.home}/postgres` });
    await use();
    tables = await tablesOf(server.url);
  }, 480_000);

  afterAll(async () => {
    await server.close();
    for (const vendor of [oauth, simple, ...indiscreet.values(), ...madeUp]) await vendor.close();
    installation.remove();
  });

  /** Everything of a person and of the strangers around. */
  function remember(vendor: DriftSimulator, email: string): void {
    const { contacts, messages, attachments } = vendor.world.expectedRecords(email);
    const texts = messages.flatMap(({ body }) => (body === undefined ? [] : [body.slice(0, 60)]));
    const names = contacts.flatMap(({ attributes }) => [
      String(attributes['name']),
      String(attributes['loyalty_note']),
    ]);
    const values = [
      email,
      ...names,
      ...new Set(texts),
      ...vendor.world.canariesOf(email),
      ...vendor.world.strangerCanaries(email),
    ];
    secrets.push(...values.map((value) => ({ name: `${email}: ${value.slice(0, 12)}…`, value })));
    secrets.push(
      ...attachments.map(({ bytes }) => ({ name: `${email}: attachment`, value: bytes.subarray(512, 560) })),
    );
  }

  function note(end: DsrEnd): DsrEnd {
    outputs.push(end.stdout, end.stderr);
    return end;
  }

  async function run(...parameters: string[]): Promise<DsrEnd> {
    return note(await installation.run(...parameters));
  }

  async function requestId(...parameters: string[]): Promise<string> {
    return ((await run('request', ...parameters, '--json')).json() as { id: string }).id;
  }

  async function use(): Promise<void> {
    note(await authorize(installation, planted, oauth));
    await installation.connect('simple', simple);
    await useIndiscreetVendors();
    await useAccess();
    await run(
      'request',
      'delete',
      '--email',
      deleted,
      '--connection',
      planted,
      '--connection',
      'simple',
      '--approve',
      '--wait',
    );
    await useAfterKill();
    await useDeadLetter();
    const used = await useIdentifiers(installation);
    madeUp = used.vendors;
    used.ends.forEach(note);
    secrets.push(...used.secrets);
    await run('request', 'access', '--email', `${person.join(' ')} ${accused.join(' ')}`);
    for (const listing of [
      ['connection', 'list'],
      ['request', 'list'],
      ['connection', 'test', planted],
    ]) {
      await run(...listing);
      await run(...listing, '--json');
    }
  }

  /** Token expiry, faults and an export included. */
  async function useAccess(): Promise<void> {
    oauth.tokens.expireAccessTokens();
    oauth.faults.once({ operationId: 'listMessages', nth: 2 }, { kind: 'html' });
    oauth.faults.once({ operationId: 'listMessages', nth: 3 }, { kind: 'truncate' });
    const id = await requestId(
      'access',
      '--email',
      kept,
      '--connection',
      planted,
      '--connection',
      'simple',
      '--wait',
    );
    const zip = installation.path('package.zip');
    expect(await run('request', 'export', id, '--out', zip)).toMatchObject({ code: 0 });
    const content = Buffer.concat([...(await readPackage(zip)).values()]);
    expect(oauth.world.canariesOf(kept).every((canary) => content.includes(canary))).toBe(true);
    await run('request', 'show', id);
  }

  async function useAfterKill(): Promise<void> {
    const id = await requestId('access', '--email', kept, '--connection', 'simple');
    const process = installation.start('request', 'wait', id, '--json');
    simple.hooks.beforeAnswer(
      { operationId: 'listMessages', nth: simple.calls.count('listMessages') + 2 },
      async () => {
        process.child.kill('SIGKILL');
        await process.ended;
      },
    );
    expect(note(await process.ended).code).toBeNull();
    await run('request', 'wait', id);
  }

  async function useIndiscreetVendors(): Promise<void> {
    for (const manner of indiscretions) {
      const vendor = await startIndiscreetVendor(manner, [...person, ...accused]);
      indiscreet.set(manner, vendor);
      const given = ['--name', manner, '--set', `baseUrl=${vendor.baseUrl}`, '--token-env', 'TOKEN'];
      const parameters = ['connection', 'add', 'drift', ...given];
      const end = note(await dsr(parameters, { ...installation.environment, TOKEN: indiscreetToken }));
      expect(end.code).toBe(0);
    }
    const connections = indiscretions.flatMap((manner) => ['--connection', manner]);
    const kinds = [
      ['access'],
      ['access', '--json'],
      ['delete', '--approve'],
      ['delete', '--approve', '--json'],
    ];
    const requests = kinds.map(([type = '', ...options], index) =>
      run('request', type, '--email', accused[index] ?? '', ...connections, ...options, '--wait'),
    );
    expect((await Promise.all(requests)).map(({ code }) => code)).not.toContain(2);
  }

  /** A task that a failure of our own house puts aside, because its request's key was destroyed. */
  async function useDeadLetter(): Promise<void> {
    const id = await requestId('access', '--email', unreadable, '--connection', 'simple');
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('update dsr.data_key set wrapped = null, destroyed_at = now() where scope_id = $1', [
      id,
    ]);
    await client.end();
    expect((await run('request', 'wait', id)).code).not.toBe(0);
    expect((await run('request', 'show', id)).stdout).toContain(deadLetterCode);
  }

  it('happened', () => {
    expect([...indiscreet].filter(([, vendor]) => vendor.quoted() === 0)).toEqual([]);
    expect(oauth.calls.count('token')).toBe(2);
    expect(simple.world.contactsOf(deleted)).toEqual([]);
    expect(madeUp.map(({ people }) => people.size)).toEqual([0, 0]);
    expect(secrets.filter(({ value }) => value.length < 8)).toEqual([]);
  });

  it('would be found in clear, whatever the letter case or encoding', () => {
    const search = new Search([{ name: 'planted', value: planted }]);
    expect(tables.flatMap(({ place, content }) => search.in(place, content))).toContain(
      'planted (as it is) in dsr.connection',
    );
    expect(
      [...filesIn(installation.home)].flatMap(({ place, content }) => search.in(place, content)),
    ).not.toEqual([]);
    const hidden = [
      planted.toUpperCase(),
      Buffer.from(planted).toString('hex'),
      Buffer.from(`x${planted}yz`).toString('base64'),
    ];
    expect(hidden.filter((text) => search.in('text', text).length === 0)).toEqual([]);
  });

  it('holds no personal value and no secret in any table', () => {
    const search = new Search(secrets);
    expect(tables.map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        'dsr.record',
        'dsr.identifier',
        'dbos.workflow_status',
        'dbos.operation_outputs',
        'dbos.workflow_input',
      ]),
    );
    expect(tables.flatMap(({ place, content }) => search.in(place, content))).toEqual([]);
  });

  it('holds none in what the commands printed', () => {
    const search = new Search(secrets);
    expect(outputs.length).toBeGreaterThan(30);
    expect(outputs.flatMap((output) => search.in('output', output))).toEqual([]);
  });

  it('holds nothing readable in the engine: ids, inputs and results are opaque, and no error is left there', async () => {
    const ids = await engineValues(server.url, ['workflow_uuid', 'queue_partition_key', 'deduplication_id']);
    expect(ids.length).toBeGreaterThan(10);
    expect(ids.filter(({ value }) => !/^task-[0-9a-f-]{36}-\d+$/.test(value))).toEqual([]);
    const payloads = await engineValues(server.url, ['inputs', 'output', 'error', 'request', 'message']);
    expect(new Set(payloads.map(({ column }) => column))).toEqual(new Set(['inputs', 'output']));
    expect(payloads.filter(({ value }) => isReadable(value))).toEqual([]);
  });

  it('holds none in any byte of the data folder once everything is stopped', async () => {
    await server.close();
    const search = new Search(secrets);
    const found: string[] = [];
    let files = 0;
    for (const { place, content } of filesIn(installation.home)) {
      files += 1;
      found.push(...search.in(place, content));
    }
    expect(files).toBeGreaterThan(500);
    expect(found).toEqual([]);
  });
});
