import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfiguration } from '../src/config/configuration.js';
import { resolveHome } from '../src/config/resolve-home.js';
import { ConfigurationError } from '../src/errors/runner-error.js';
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

describe('resolveHome', () => {
  it('makes the folder for its owner alone', () => {
    expect(resolveHome({ DSR_HOME: home })).toBe(home);
    expect(statSync(home).mode & 0o777).toBe(0o700);
  });

  it('is .dsr in the current directory by default', () => {
    const before = process.cwd();
    process.chdir(folder.path);
    try {
      expect(resolveHome({})).toBe(join(folder.path, '.dsr'));
    } finally {
      process.chdir(before);
    }
  });

  it('refuses a file, and a path below a file', () => {
    writeFileSync(home, '');
    expect(() => resolveHome({ DSR_HOME: home })).toThrow(ConfigurationError);
    expect(() => resolveHome({ DSR_HOME: join(home, 'below') })).toThrow(/set DSR_HOME/);
  });

  it('refuses a place where the system makes no folders', () => {
    expect(() => resolveHome({ DSR_HOME: '/proc/dsr/home' })).toThrow(/set DSR_HOME/);
  });
});

describe('loadConfiguration', () => {
  it('has defaults', () => {
    const configuration = loadConfiguration({ DSR_HOME: home, DATABASE_URL: '' });
    expect(configuration).toEqual({
      home,
      homeIsChosen: true,
      connectors: ['@privacy-connectors/connector-drift'],
    });
  });

  it('takes the folder of the current directory for chosen once it holds a configuration', () => {
    const before = process.cwd();
    process.chdir(folder.path);
    try {
      expect(loadConfiguration({}).homeIsChosen).toBe(false);
      writeFileSync(join(folder.path, '.dsr', 'config.json'), '{}');
      expect(loadConfiguration({}).homeIsChosen).toBe(true);
    } finally {
      process.chdir(before);
    }
  });

  it('reads the connectors and keeps the database URL from being printed', () => {
    configure('{"connectors": ["@acme/connector-crm", "connector-desk"]}');
    const configuration = loadConfiguration({ DSR_HOME: home, DATABASE_URL: 'postgres://u:canary@host/db' });
    expect(configuration.connectors).toEqual(['@acme/connector-crm', 'connector-desk']);
    expect(configuration.databaseUrl?.reveal()).toBe('postgres://u:canary@host/db');
    expect(inspect(configuration) + JSON.stringify(configuration)).not.toContain('canary');
  });

  it('lists every problem at once, without the values', () => {
    configure('{"connectors": ["../evil", "ok", "ok"], "colour": "canary", "__proto__": 1}');
    const load = () => loadConfiguration({ DSR_HOME: home, DATABASE_URL: 'mysql://canary' });
    expect(load).toThrow(ConfigurationError);
    expect(load).toThrow(/DATABASE_URL must start with postgres/);
    expect(load).toThrow(/must not name a package twice/);
    expect(load).toThrow(/bare name of an npm package/);
    expect(load).toThrow(/unknown field colour/);
    expect(load).toThrow(/^(?![^]*canary)/);
  });

  it.each([
    './local',
    '/abs/path',
    'file:///x',
    'https://x/y.js',
    'node:fs',
    'name@1.0.0',
    '@scope',
    '@a/b/c',
    '..',
    '',
  ])('refuses "%s" as a package name', (name) => {
    configure(JSON.stringify({ connectors: [name] }));
    expect(() => loadConfiguration({ DSR_HOME: home })).toThrow(/bare name/);
  });

  it.each([
    ['{"connectors": ', /config\.json .* not valid JSON/],
    ['[]', /config\.json .* JSON object/],
    ['null', /config\.json .* JSON object/],
    ['{"connectors": "x"}', /connectors must be a list/],
    ['{"connectors": null}', /connectors must be a list/],
    ['{"connectors": [1]}', /bare name/],
  ])('refuses %s', (content, message) => {
    configure(content);
    expect(() => loadConfiguration({ DSR_HOME: home })).toThrow(message);
  });

  it('refuses a config.json that cannot be read', () => {
    mkdirSync(join(home, 'config.json'), { recursive: true });
    expect(() => loadConfiguration({ DSR_HOME: home })).toThrow(/cannot be read/);
  });
});
