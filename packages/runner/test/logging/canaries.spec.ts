import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { Application } from '../../src/application/application.js';
import type { RequestView } from '../../src/application/views/request-view.js';
import { openApplication } from '../../src/composition/open-application.js';
import { type Service, startService } from '../../src/http/service.js';
import { createLog } from '../../src/logging/create-log.js';
import { Search, type Secret } from '../privacy/search.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { dsr } from '../support/dsr.js';
import { Installation } from '../support/installation.js';

interface Line {
  readonly level: string;
  readonly event: string;
  readonly route?: string;
  readonly status?: number;
  readonly key?: string;
  readonly error?: { readonly name: string; readonly at?: readonly string[] };
}

const email = 'grace.hopper-canary@example.com';
const wrongKey = `dsr_${'a'.repeat(12)}_${'canary'.repeat(8)}`;

describe('the logs of the service and of a worker', () => {
  const lines: string[] = [];
  const log = createLog('trace', { write: (line: string) => void lines.push(line) });
  let database: TestDatabase;
  let installation: Installation;
  let vendor: DriftSimulator;
  let application: Application;
  let service: Service;
  let failing: Service;
  let key: string;
  let keyId: string;

  beforeAll(async () => {
    database = await startTestDatabase();
    installation = new Installation({ DATABASE_URL: database.url });
    vendor = await startDriftSimulator({ subjects: [{ email, contacts: 2, conversations: 3 }] });
    await installation.connect('main', vendor);
    application = await openApplication(installation.environment);
    const issued = await application.keys.create({ role: 'admin' });
    [key, keyId] = [issued.key.reveal(), issued.id];
    const options = { host: '127.0.0.1', port: 0, trustProxy: [] };
    service = await startService({ ...application, log }, options);
    const verify = () => Promise.reject(new TypeError(`cannot verify ${email}`));
    failing = await startService(
      { ...application, log, authentication: { verify, isValid: verify } },
      options,
    );
  });

  afterAll(async () => {
    await failing.close();
    await service.close();
    await application.close();
    await vendor.close();
    installation.remove();
    await database.stop();
  });

  async function call(path: string, body?: object, bearer = key, url = service.url): Promise<Response> {
    return fetch(url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', cookie: email },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  it('tell what happened, and neither person nor secret', async () => {
    const created = await call('/v1/requests', { type: 'access', emails: [email] });
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as RequestView;
    await call('/v1/requests', { type: email, [email]: email });
    await call(`/v1/requests/${id}?email=${encodeURIComponent(email)}`);
    await call(`/v1/requests/${encodeURIComponent(email)}`);
    await call(`/v1/nobody/${email}`);
    await call('/v1/requests', undefined, wrongKey);
    expect((await call('/v1/requests', undefined, key, failing.url)).status).toBe(500);
    const worker = await dsr(['worker', '--until-idle'], {
      ...installation.environment,
      DSR_LOG_LEVEL: 'trace',
    });
    expect(worker.code).toBe(0);
    expect((await installation.request('show', id)).status).toBe('completed');

    const secrets: Secret[] = [email, key, wrongKey, vendor.staticToken, database.url]
      .concat(vendor.world.canariesOf(email), vendor.world.strangerCanaries(email))
      .map((value) => ({ name: value, value }));
    const told = lines.join('');
    expect(new Search(secrets).in('logs', `${told}${worker.stdout}${worker.stderr}`)).toEqual([]);

    const read = lines.map((line) => JSON.parse(line) as Line);
    const answered = read.filter(({ event }) => event === 'http.answered');
    expect(answered).toContainEqual(
      expect.objectContaining({ method: 'POST', route: '/v1/requests', status: 201, key: keyId }),
    );
    expect(answered).toContainEqual(expect.objectContaining({ route: '/v1/requests/:id', status: 400 }));
    expect(answered).toContainEqual(expect.objectContaining({ status: 401 }));
    const failures = read.filter(({ event }) => event === 'http.failed');
    expect(failures).toMatchObject([
      { level: 'error', route: '/v1/requests', status: 500, error: { name: 'TypeError' } },
    ]);
    expect(failures[0]?.error?.at?.[0]).toMatch(/^(?:src|node_modules)\//);
  });
});
