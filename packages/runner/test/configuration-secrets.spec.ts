import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfiguration } from '../src/config/configuration.js';
import { temporaryFolder, type TemporaryFolder } from './support/temporary-folder.js';

let folder: TemporaryFolder;
let home: string;

beforeEach(() => {
  folder = temporaryFolder();
  home = join(folder.path, 'home');
});

afterEach(() => {
  folder.remove();
});

function configure(content: string): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'config.json'), content);
}

describe('secrets of the configuration', () => {
  const key = randomBytes(32);
  const webhook = {
    name: 'desk',
    url: 'https://desk.example/hooks?token=canary-url',
    events: ['request.finished'],
  };

  function file(content: string): string {
    const path = join(folder.path, 'secret');
    writeFileSync(path, content);
    return path;
  }

  it('are read from the files that an orchestrator mounts', () => {
    const environment = { DSR_HOME: home, DSR_MASTER_KEY_FILE: file(`${key.toString('base64')}\n`) };
    expect(loadConfiguration(environment).masterKey?.reveal()).toEqual(key);
    const database = { DSR_HOME: home, DATABASE_URL_FILE: file('postgresql://u:p@h/d\n') };
    expect(loadConfiguration(database).databaseUrl?.reveal()).toBe('postgresql://u:p@h/d');
  });

  it('are refused when given twice, malformed or missing, all at once and without a value', () => {
    const malformed = {
      DSR_HOME: home,
      DSR_MASTER_KEY: 'canary',
      DATABASE_URL: 'postgres://canary',
      DATABASE_URL_FILE: file('canary'),
    };
    const load = () => loadConfiguration(malformed);
    expect(load).toThrow(/^- environment: DSR_MASTER_KEY must be 32 bytes/m);
    expect(load).toThrow(/^- environment: set DATABASE_URL or DATABASE_URL_FILE, not both$/m);
    expect(load).toThrow(/^(?![^]*canary)/);
    const missing = { DSR_HOME: home, DSR_MASTER_KEY_FILE: join(folder.path, 'canary') };
    expect(() => loadConfiguration(missing)).toThrow(
      /^- environment: DSR_MASTER_KEY_FILE names a file that is empty or cannot be read$/m,
    );
    expect(() => loadConfiguration(missing)).toThrow(/^(?![^]*canary)/);
  });

  it('of webhooks come from a variable or a file, and are not printed', () => {
    configure(
      JSON.stringify({
        webhooks: [
          { ...webhook, secretVariable: 'DESK' },
          { ...webhook, name: 'crm', secretFile: '../secret' },
        ],
      }),
    );
    file('canary-secret-in-a-file\n');
    const { webhooks } = loadConfiguration({ DSR_HOME: home, DESK: 'canary-secret-in-a-variable' });
    expect(webhooks.map(({ name, secret }) => [name, secret.reveal()])).toEqual([
      ['desk', 'canary-secret-in-a-variable'],
      ['crm', 'canary-secret-in-a-file'],
    ]);
    expect(webhooks[0]).toMatchObject({ url: webhook.url, events: webhook.events });
    expect(inspect(webhooks) + JSON.stringify(webhooks)).not.toContain('canary-secret');
  });

  it.each([
    [{}, /webhooks\.0 needs either secretVariable or secretFile/],
    [{ secretVariable: 'A', secretFile: 'b' }, /webhooks\.0 needs either secretVariable or secretFile/],
    [{ secretVariable: 'NONE' }, /webhooks\.0\.secretVariable names a variable that is not set/],
    [{ secretVariable: 'SHORT' }, /the secret of webhooks\.0 must have at least 16 characters/],
    [{ secretFile: 'none' }, /webhooks\.0\.secretFile names a file that is empty or cannot be read/],
    [{ secretVariable: 'a-b' }, /webhooks\.0\.secretVariable must be the name of an environment variable/],
    [{ secret: 'canary', secretVariable: 'LONG' }, /unknown field webhooks\.0\.secret/],
    [{ secretVariable: 'LONG', url: 'ftp://desk' }, /webhooks\.0\.url must be an https address/],
    [{ secretVariable: 'LONG', url: 'http://desk.example' }, /webhooks\.0\.url must be an https address/],
    [{ secretVariable: 'LONG', events: ['request.lost'] }, /webhooks\.0\.events must be kinds of events/],
    [{ secretVariable: 'LONG', name: 'a b' }, /webhooks\.0\.name must be of lower-case letters/],
    [{ secretVariable: 'LONG', events: 'all' }, /webhooks\.0\.events must be a list/],
  ])('of a webhook are refused: %j', (fields, message) => {
    configure(JSON.stringify({ webhooks: [{ ...webhook, ...fields }] }));
    const environment = { DSR_HOME: home, SHORT: 'canary', LONG: 'canary-canary-canary' };
    expect(() => loadConfiguration(environment)).toThrow(message);
    expect(() => loadConfiguration(environment)).toThrow(/^(?![^]*canary)/);
  });

  it('belong to webhooks of different names', () => {
    const one = { ...webhook, secretVariable: 'LONG' };
    configure(JSON.stringify({ webhooks: [one, one] }));
    expect(() => loadConfiguration({ DSR_HOME: home, LONG: 'x'.repeat(16) })).toThrow(
      /must not have a name twice/,
    );
  });
});
