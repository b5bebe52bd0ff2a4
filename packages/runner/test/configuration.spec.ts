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
      service: { host: '127.0.0.1', port: 8787, trustProxy: [] },
      allowedHosts: [],
      approval: 'another',
      regulation: 'gdpr',
      webhooks: [],
      redaction: {
        policy: {
          subject: 'export',
          agent: 'redact',
          bot: 'export',
          other_person: 'redact',
          internal_note: 'withhold',
        },
      },
      retention: { days: 30, recordMonths: 24 },
      reappearance: { afterDays: [7, 30] },
      log: { level: 'info' },
      tracing: {},
      kms: {},
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
    ['{"redaction": []}', /redaction must be an object/],
    ['{"redaction": {"policy": "export"}}', /redaction\.policy must be an object/],
    ['{"redaction": {"policy": {"agent": "hide"}}}', /redaction\.policy\.agent must be one of export/],
    ['{"redaction": {"policy": {"subject": "redact"}}}', /redaction\.policy\.subject must be export/],
    ['{"redaction": {"policy": {"manager": "redact"}}}', /unknown field redaction\.policy\.manager/],
  ])('refuses %s', (content, message) => {
    configure(content);
    expect(() => loadConfiguration({ DSR_HOME: home })).toThrow(message);
  });

  it('reads every field of the service', () => {
    const service = {
      host: '0.0.0.0',
      port: 80,
      publicUrl: 'https://privacy.example.com',
      trustProxy: ['10.0.0.0/8', '::1'],
    };
    const content = {
      service,
      allowedHosts: ['crm.internal', '10.0.0.7', '[::1]'],
      approval: 'anyone',
      regulation: 'other',
      log: { level: 'debug' },
      tracing: { endpoint: 'http://collector:4318' },
    };
    configure(JSON.stringify(content));
    expect(loadConfiguration({ DSR_HOME: home })).toMatchObject(content);
  });

  it('keeps the defaults of a section that is given in part', () => {
    configure('{"service": {"port": 0}}');
    const { service } = loadConfiguration({ DSR_HOME: home });
    expect(service).toEqual({ host: '127.0.0.1', port: 0, trustProxy: [] });
  });

  it('lets the environment override every field that has a variable', () => {
    configure('{"service": {"port": 1, "publicUrl": "https://a.example"}, "log": "not even a section"}');
    const environment = {
      DSR_HOME: home,
      DSR_CONNECTORS: 'connector-desk, @acme/connector-crm',
      DSR_HOST: '::',
      DSR_PORT: '8080',
      DSR_PUBLIC_URL: 'https://b.example',
      DSR_TRUST_PROXY: '10.1.2.3',
      DSR_ALLOWED_HOSTS: 'a.internal,b.internal',
      DSR_APPROVAL: 'anyone',
      DSR_REGULATION: 'ccpa',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
    };
    expect(() => loadConfiguration({ ...environment, DSR_LOG_LEVEL: 'warn' })).toThrow(
      /log must be an object/,
    );
    configure('{"service": {"port": 1, "publicUrl": "https://a.example"}}');
    expect(loadConfiguration({ ...environment, DSR_LOG_LEVEL: 'warn' })).toMatchObject({
      connectors: ['connector-desk', '@acme/connector-crm'],
      service: { host: '::', port: 8080, publicUrl: 'https://b.example', trustProxy: ['10.1.2.3'] },
      allowedHosts: ['a.internal', 'b.internal'],
      approval: 'anyone',
      regulation: 'ccpa',
      log: { level: 'warn' },
      tracing: { endpoint: 'http://127.0.0.1:4318' },
    });
  });

  it('tells where each wrong value came from, with its path', () => {
    configure('{"service": {"port": 70000, "colour": 1, "trustProxy": ["canary"]}, "tracing": []}');
    const environment = {
      DSR_HOME: home,
      DSR_HOST: 'canary host',
      DSR_LOG_LEVEL: 'canary',
      DSR_APPROVAL: 'canary',
    };
    const load = () => loadConfiguration(environment);
    expect(load).toThrow(/^- config\.json: service\.port must be a whole number from 0 to 65535$/m);
    expect(load).toThrow(/^- config\.json: unknown field service\.colour$/m);
    expect(load).toThrow(/^- config\.json: service\.trustProxy must be a list/m);
    expect(load).toThrow(/^- config\.json: tracing must be an object$/m);
    expect(load).toThrow(/^- DSR_HOST: service\.host must be/m);
    expect(load).toThrow(/^- DSR_LOG_LEVEL: log\.level must be one of silent, /m);
    expect(load).toThrow(/^- DSR_APPROVAL: approval must be one of another, anyone$/m);
    expect(load).toThrow(/^(?![^]*canary)/);
  });

  it.each([
    ['service', { publicUrl: 'http://privacy.example.com' }, /publicUrl must be an https address/],
    ['service', { publicUrl: 'https://privacy.example.com/path' }, /publicUrl must be an https address/],
    ['service', { publicUrl: 'https://u:p@privacy.example.com' }, /publicUrl must be an https address/],
    ['service', { trustProxy: true }, /trustProxy must be a list/],
    ['service', { trustProxy: ['10.0.0.0/33'] }, /trustProxy must be a list/],
    ['service', { port: '8787' }, /port must be a whole number/],
    ['service', { port: 1.5 }, /port must be a whole number/],
    ['service', null, /service must be an object/],
    ['tracing', { endpoint: 'https://user:secret@collector' }, /endpoint must be an http or https address/],
    ['tracing', { endpoint: 'grpc://collector' }, /endpoint must be an http or https address/],
    ['allowedHosts', ['*.example.com'], /allowedHosts must be a list/],
    ['allowedHosts', ['example.com:443'], /allowedHosts must be a list/],
    ['allowedHosts', ['Example.com'], /allowedHosts must be a list/],
    ['allowedHosts', 'example.com', /allowedHosts must be a list/],
    ['webhooks', {}, /webhooks must be a list/],
    ['webhooks', [1], /webhooks must be a list/],
  ])('refuses %s %j', (field, value, message) => {
    configure(JSON.stringify({ [field]: value }));
    expect(() => loadConfiguration({ DSR_HOME: home })).toThrow(message);
  });

  it('refuses a config.json that cannot be read', () => {
    mkdirSync(join(home, 'config.json'), { recursive: true });
    expect(() => loadConfiguration({ DSR_HOME: home })).toThrow(/cannot be read/);
  });
});
