import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import pg from 'pg';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../src/postgres/index.js';
import { authorize } from '../support/authorization.js';
import { startCollector, type Collector } from '../support/collector.js';
import { dsr, type DsrEnd, firstLineOf, startDsr } from '../support/dsr.js';
import { Installation } from '../support/installation.js';
import { indiscretions } from './indiscreet-vendor.js';
import { startQuotingProxy, type QuotingProxy } from './quoting-proxy.js';
import { Search, type Secret } from './search.js';
import { filesIn, type StoredContent, tablesOf } from './stored-content.js';
import { watchTokens } from './watch-tokens.js';

/** Stored in clear on purpose: the search must find it. */
const planted = 'planted-connection-51c8';

/** The secret of the app travels in a query string, and the vendor quotes it in every answer it can think of. */
describe('the credentials of a connection that is removed', () => {
  const installation = new Installation();
  const secrets: Secret[] = [];
  const outputs: string[] = [];
  let vendor: DriftSimulator;
  let proxy: QuotingProxy;
  let collector: Collector;
  let server: EmbeddedPostgres;
  let environment: Readonly<Record<string, string>>;
  let metrics = '';
  /** While the vendor may let the connection in, and after it was seen not to. */
  const tables: StoredContent[] = [];

  beforeAll(async () => {
    vendor = await startDriftSimulator({ subjects: [], strangers: 1, conversations: 1, rotation: 'replace' });
    proxy = await startQuotingProxy(vendor.baseUrl);
    collector = await startCollector();
    secrets.push({ name: 'client secret', value: vendor.clientSecret });
    watchTokens(vendor.tokens, (secret) => secrets.push(secret));
    mkdirSync(installation.path('tmp'));
    environment = {
      ...installation.environment,
      TMPDIR: installation.path('tmp'),
      DSR_LOG_LEVEL: 'debug',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    };
    // Keeps the server up, so that what it holds can be read at the end.
    server = await openEmbeddedPostgres({ folder: `${installation.home}/postgres` });
    await use();
  }, 240_000);

  afterAll(async () => {
    await server.close();
    await proxy.close();
    await vendor.close();
    await collector.stop();
    installation.remove();
  });

  function note(end: DsrEnd): DsrEnd {
    outputs.push(end.stdout, end.stderr);
    return end;
  }

  const run = async (...parameters: string[]) => note(await dsr(parameters, environment));

  async function add(): Promise<DsrEnd> {
    const { authorizationUrl, clientId, clientSecret } = vendor;
    const place = { baseUrl: proxy.baseUrl, authorizationUrl, clientId, clientSecret };
    return note(await authorize({ environment }, planted, place));
  }

  async function use(): Promise<void> {
    vendor.faults.once('tokenInformation', { kind: 'status', status: 403 });
    expect((await add()).code).not.toBe(0);
    expect((await add()).code).toBe(0);
    vendor.tokens.expireAccessTokens();
    expect((await run('connection', 'test', planted)).code).toBe(0);
    for (const manner of indiscretions) {
      proxy.quote(manner);
      expect((await run('connection', 'remove', planted)).code).toBe(4);
      expect((await run('connection', 'remove', planted, '--json')).code).toBe(4);
    }
    await workerTries();
    await serve();
    await run('connection', 'list', '--json');
    tables.push(...(await tablesOf(server.url)));
    proxy.quote(undefined);
    expect(await run('connection', 'remove', planted)).toMatchObject({ code: 0 });
    await run('audit', 'list', '--json');
    tables.push(...(await tablesOf(server.url)));
  }

  async function workerTries(): Promise<void> {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('update dsr.connection set end_next_try = now() where end_next_try is not null');
    await client.end();
    const before = proxy.quotations.length;
    await run('worker', '--until-idle');
    expect(proxy.quotations.length).toBeGreaterThan(before);
  }

  async function serve(): Promise<void> {
    const { key } = (await run('keys', 'create', '--role', 'admin', '--json')).json() as { key: string };
    const service = startDsr(['serve', '--port', '0', '--json'], environment);
    const { url } = (await firstLineOf(service)) as { url: string };
    const headers = { authorization: `Bearer ${key}` };
    metrics = await (await fetch(`${url}/metrics`, { headers })).text();
    const removed = await fetch(`${url}/v1/connections/${planted}`, { method: 'DELETE', headers });
    outputs.push(await removed.text(), JSON.stringify([...removed.headers]));
    service.child.kill('SIGTERM');
    note(await service.ended);
  }

  it('were quoted by the vendor, all of them', () => {
    const quoted = proxy.quotations.join('\n');
    expect(quoted).toContain(`clientSecret=${vendor.clientSecret}`);
    const names = secrets.filter(({ value }) => quoted.includes(String(value))).map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(['client secret', 'access token', 'refresh token']));
    expect(outputs.join('\n')).toContain('"state":"still_alive"');
  });

  it('would be found in clear', () => {
    const search = new Search([{ name: 'planted', value: planted }]);
    const places = tables.flatMap(({ place, content }) => search.in(place, content));
    expect(places).toContain('planted (as it is) in dsr.connection');
  });

  it('stand in no table', () => {
    const search = new Search(secrets);
    expect(tables.flatMap(({ place, content }) => search.in(place, content))).toEqual([]);
  });

  it('stand in no output, log, metric, span or answer of the service', () => {
    const search = new Search(secrets);
    expect(metrics).toContain('dsr_connections_still_alive');
    expect(collector.spans().map(({ name }) => name)).toContain('POST /app/uninstall');
    for (const told of [...outputs, metrics, ...collector.bodies])
      expect(search.in('told', told)).toEqual([]);
  });

  it('stand in no byte of the data folder and of temporary files once everything is stopped', async () => {
    await server.close();
    const search = new Search(secrets);
    const files = [...filesIn(installation.home), ...filesIn(installation.path('tmp'))];
    expect(files.length).toBeGreaterThan(500);
    expect(files.flatMap(({ place, content }) => search.in(place, content))).toEqual([]);
  });
});
