import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { Application } from '../../src/application/application.js';
import type { RequestView } from '../../src/application/views.js';
import { openApplication } from '../../src/composition/open-application.js';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../src/postgres/index.js';
import { dsr, type DsrEnd } from '../support/dsr.js';
import { Installation } from '../support/installation.js';
import { badConnections, secret, set, withApp } from './bad-connections.js';
import { badRequests, email, type RequestSite } from './bad-requests.js';
import { copyRequest } from './copy-request.js';
import { writeConnectorPackage } from './second-connector.js';

/** What none of the errors may repeat. */
const unspeakable = [email, 'grace', secret, 'mistaken', '   at ', 'node:internal', '.js:'];

const installation = new Installation();
const modules = installation.path('node_modules');
const keyFile = `${installation.home}/master.key`;
const configFile = `${installation.home}/config.json`;
const connectors = ['@privacy-connectors/connector-drift', 'second-connector'];

let vendor: DriftSimulator;
let application: Application;
let server: EmbeddedPostgres;
let key: Buffer;
let open: RequestView;
let ended: RequestView;
let cancelled: RequestView;

beforeAll(async () => {
  writeConnectorPackage(modules);
  vendor = await startDriftSimulator({ conversations: 10, strangers: 3 });
  await installation.connect('main', vendor);
  ended = await installation.request('access', '--email', email, '--wait');
  open = await installation.request('access', '--email', email);
  cancelled = await installation.request('delete', '--email', email, '--approve');
  await installation.request('cancel', cancelled.id);
  server = await openEmbeddedPostgres({ folder: `${installation.home}/postgres` });
  await copyRequest(server.url, ended.id, `${ended.id.slice(0, 8)}-0000-4000-8000-000000000000`);
  key = readFileSync(keyFile);
  application = await openApplication({ DSR_HOME: installation.home });
  writeFileSync(configFile, JSON.stringify({ connectors }));
}, 120_000);

afterEach(() => {
  writeFileSync(keyFile, key, { mode: 0o600 });
  chmodSync(keyFile, 0o600);
  writeFileSync(configFile, JSON.stringify({ connectors }));
});

afterAll(async () => {
  await application.close();
  await server.close();
  await vendor.close();
  installation.remove();
});

function site(): RequestSite {
  return { ended: ended.id, open: open.id, cancelled: cancelled.id, folder: installation.path('.') };
}

async function everything() {
  return { connections: await application.connections.list(), requests: await application.requests.list() };
}

/** Runs the command, and expects one clear sentence, that exit code, and that nothing has changed. */
async function expectRefusal(
  parameters: readonly string[],
  code: number,
  sentence: RegExp,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const before = await everything();
  const surroundings = {
    ...installation.environment,
    NODE_PATH: modules,
    TOKEN: secret,
    EMPTY: '',
    ...environment,
  };
  expectSentence(await dsr(parameters, surroundings), code, sentence);
  expect(await everything()).toEqual(before);
}

function expectSentence({ code, stdout, stderr }: DsrEnd, expected: number, sentence: RegExp): void {
  expect({ code, stdout, stderr }).toEqual({
    code: expected,
    stdout: '',
    stderr: expect.stringMatching(sentence),
  });
  expect(stderr).toMatch(/^[\w-][^\n]*\n$/);
  expect(unspeakable.filter((word) => stderr.toLowerCase().includes(word))).toEqual([]);
}

describe('bad input of connection add', () => {
  it.each(badConnections)('%s is refused', (_, parameters, sentence) =>
    expectRefusal(parameters, 2, sentence),
  );

  it('a port that is taken is refused', () =>
    expectRefusal(
      withApp('--callback-port', new URL(vendor.baseUrl).port),
      2,
      /Port \d+ is taken.*--callback-port/,
    ));

  it('a token that the vendor rejects is refused', () =>
    expectRefusal(set(`baseUrl=${vendor.baseUrl}`), 5, /The vendor rejects/));

  it('a vendor that cannot be reached is told', () =>
    expectRefusal(set('baseUrl=http://127.0.0.1:1'), 4, /could not be reached/));
});

describe('bad input of request', () => {
  it.each(badRequests)('%s is refused', (_, parameters, sentence) =>
    expectRefusal(parameters(site()), 2, sentence),
  );

  it('waiting for a cancelled request ends at once and says so', async () => {
    const before = vendor.calls.total;
    const end = await dsr(['request', 'wait', cancelled.id, '--json'], {
      ...installation.environment,
      NODE_PATH: modules,
    });
    expect({ code: end.code, stderr: end.stderr, status: (end.json() as RequestView).status }).toEqual({
      code: 4,
      stderr: '',
      status: 'cancelled',
    });
    expect(vendor.calls.total).toBe(before);
  });
});

describe('a wrong installation', () => {
  const list = ['connection', 'list'];

  it.each<[string, () => Record<string, string>, number, RegExp]>([
    [
      'a database that is not there',
      () => ({ DATABASE_URL: `postgresql://dsr:${secret}@127.0.0.1:1/dsr` }),
      6,
      /does not answer/,
    ],
    [
      'a wrong password',
      () => ({ DATABASE_URL: withPassword(secret) }),
      6,
      /refused the user or the password/,
    ],
    [
      'a database of no such name',
      () => ({ DATABASE_URL: server.url.replace('/dsr?', `/none?`) }),
      6,
      /no database of that name/,
    ],
    [
      'a database URL of another kind',
      () => ({ DATABASE_URL: `mysql://root:${secret}@localhost/x` }),
      2,
      /postgres:\/\//,
    ],
    ['a malformed master key', () => ({ DSR_MASTER_KEY: secret }), 2, /DSR_MASTER_KEY must be 32 bytes/],
    [
      'a master key of other data',
      () => ({ DSR_MASTER_KEY: randomBytes(32).toString('hex') }),
      7,
      /does not fit this data/,
    ],
    ['a data folder that cannot be made', () => ({ DSR_HOME: '/dev/null/home' }), 2, /set DSR_HOME/],
    ['a data folder that is a file', () => ({ DSR_HOME: keyFile }), 2, /set DSR_HOME/],
  ])('with %s is told', (_, environment, code, sentence) =>
    expectRefusal(list, code, sentence, environment()),
  );

  it.each<[string, () => void, number, RegExp]>([
    [
      'a corrupt key file',
      () => {
        writeFileSync(keyFile, `${secret}\n`);
      },
      2,
      /corrupt: restore it/,
    ],
    [
      'an empty key file',
      () => {
        writeFileSync(keyFile, '');
      },
      2,
      /corrupt: restore it/,
    ],
    [
      'the key file of other data',
      () => {
        writeFileSync(keyFile, randomBytes(32).toString('base64'));
      },
      7,
      /does not fit this data/,
    ],
    [
      'no key file',
      () => {
        rmSync(keyFile);
      },
      7,
      /missing: restore master\.key/,
    ],
    [
      'a key file that others can read',
      () => {
        chmodSync(keyFile, 0o644);
      },
      2,
      /chmod 600/,
    ],
    [
      'a config.json that is no JSON',
      () => {
        writeFileSync(configFile, `{ "connectors": [${secret}`);
      },
      2,
      /not valid JSON/,
    ],
    [
      'a config.json with an unknown field',
      () => {
        writeFileSync(configFile, '{ "colour": 1 }');
      },
      2,
      /unknown field colour/,
    ],
    [
      'a connector that is not installed',
      () => {
        writeFileSync(configFile, '{ "connectors": ["no-such-connector"] }');
      },
      2,
      /no-such-connector is not installed/,
    ],
    [
      'a connector that is none',
      () => {
        writeFileSync(configFile, '{ "connectors": ["commander"] }');
      },
      2,
      /commander is no connector/,
    ],
  ])('with %s is told', (_, spoil, code, sentence) => {
    spoil();
    return expectRefusal(list, code, sentence);
  });

  it('leaves a folder that cannot be used as it was', async () => {
    const fresh = installation.path('fresh');
    expectSentence(
      await dsr(list, { DSR_HOME: fresh, DSR_MASTER_KEY: 'short', DATABASE_URL: server.url }),
      2,
      /DSR_MASTER_KEY/,
    );
    expect(() => readFileSync(`${fresh}/master.key`)).toThrow('ENOENT');
  });
});

function withPassword(password: string): string {
  const url = new URL(server.url);
  url.password = password;
  return url.href;
}
