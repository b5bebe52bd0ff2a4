import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../src/postgres/index.js';
import { dsr } from '../support/dsr.js';
import { Installation } from '../support/installation.js';
import { secret, withApp } from './bad-connections.js';
import { expectSentence } from './refusal.js';

const installation = new Installation();
const keyFile = `${installation.home}/master.key`;
const configFile = `${installation.home}/config.json`;
const connectors = ['@privacy-connectors/connector-drift'];

let vendor: DriftSimulator;
let server: EmbeddedPostgres;
let key: Buffer;

beforeAll(async () => {
  vendor = await startDriftSimulator({ conversations: 10, strangers: 3 });
  await installation.connect('main', vendor);
  server = await openEmbeddedPostgres({ folder: `${installation.home}/postgres` });
  key = readFileSync(keyFile);
});

afterEach(() => {
  writeFileSync(keyFile, key, { mode: 0o600 });
  chmodSync(keyFile, 0o600);
  writeFileSync(configFile, JSON.stringify({ connectors }));
});

afterAll(async () => {
  await server.close();
  await vendor.close();
  installation.remove();
});

/** Runs the command, and expects one clear sentence and that exit code. */
async function expectRefusal(
  parameters: readonly string[],
  code: number,
  sentence: RegExp,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  expectSentence(await dsr(parameters, { ...installation.environment, ...environment }), code, sentence);
}

it('a port that is taken is refused', () =>
  expectRefusal(
    withApp('--callback-port', new URL(vendor.baseUrl).port),
    2,
    /Port \d+ is taken.*--callback-port/,
    { TOKEN: secret },
  ));

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
