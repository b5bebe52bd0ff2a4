import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConnectors } from '../src/connectors/load-connectors.js';
import { ConfigurationError, InputError } from '../src/errors/runner-error.js';
import { temporaryFolder, type TemporaryFolder } from './support/temporary-folder.js';

/** The data folder lies in the project of the user, as it does without DSR_HOME. */
let project: TemporaryFolder;
let elsewhere: TemporaryFolder;
const before = process.cwd();

const manifest = {
  contract: 1,
  id: 'crm',
  title: 'CRM',
  version: '1.0.0',
  vendorApiVersion: '1',
  baseUrl: 'https://api.crm.example',
  hosts: ['api.crm.example'],
  auth: { kind: 'api_key', header: 'authorization', prefix: '', rejectionStatuses: [401] },
  scopes: {},
  rateLimits: { all: { limits: [{ requestsPerSecond: 1, burst: 1 }], per: 'connection' } },
  identifiers: { consumes: ['email'], produces: [] },
  capabilities: {},
  resources: { contacts: {} },
  operations: {},
  settings: {},
  notCovered: [],
  sources: [],
};

beforeEach(() => {
  project = temporaryFolder();
  elsewhere = temporaryFolder();
  process.chdir(elsewhere.path);
});

afterEach(() => {
  process.chdir(before);
  project.remove();
  elsewhere.remove();
});

/** Installs a package into the user's project. */
function install(
  name: string,
  source: string,
  { exports = { default: './index.js' }, into = project.path }: { exports?: object; into?: string } = {},
): void {
  const folder = join(into, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, version: '1.0.0', type: 'module', exports }),
  );
  writeFileSync(join(folder, 'index.js'), source);
}

/** A connector as another copy of core makes it. */
function connectorSource(changes: object = {}, resources = '{ contacts: {} }'): string {
  return `
    const value = { manifest: ${JSON.stringify({ ...manifest, ...changes })}, implementation: { resources: ${resources} } };
    export const connector = Object.defineProperty(value, Symbol.for('@privacy-connectors/connector'), { value: true });`;
}

function load(...names: string[]) {
  return loadConnectors(names, { home: join(project.path, '.dsr'), homeIsChosen: true });
}

describe('loadConnectors', () => {
  it('loads the connectors of the project around the data folder, by id', async () => {
    install('connector-crm', connectorSource());
    install('@acme/desk', connectorSource({ id: 'desk', title: 'Desk' }));
    const catalogue = await load('connector-crm', '@acme/desk');
    expect(catalogue.list().map((connector) => connector.manifest.title)).toEqual(['CRM', 'Desk']);
    expect(catalogue.get('desk').manifest.title).toBe('Desk');
  });

  it('names the registered connectors when asked for another one', async () => {
    install('connector-crm', connectorSource());
    const catalogue = await load('connector-crm');
    expect(() => catalogue.get('desk')).toThrow(InputError);
    expect(() => catalogue.get('desk')).toThrow('There is no connector "desk". Registered: crm.');
  });

  it('falls back to packages that the runner was installed with', async () => {
    await expect(load('class-validator')).rejects.toThrow('The package class-validator is no connector');
  });

  it('prefers the package of the project to one of the runner', async () => {
    install('class-validator', connectorSource({ id: 'mine' }));
    expect((await load('class-validator')).get('mine').manifest.id).toBe('mine');
  });

  it('prefers the package of the runner while nobody chose the data folder', async () => {
    install('class-validator', connectorSource({ id: 'foreign' }));
    install('connector-crm', connectorSource());
    const folder = { home: join(project.path, '.dsr'), homeIsChosen: false };
    await expect(loadConnectors(['class-validator'], folder)).rejects.toThrow('is no connector');
    expect((await loadConnectors(['connector-crm'], folder)).get('crm').manifest.id).toBe('crm');
  });

  it('takes packages of the current directory last of all', async () => {
    install('class-validator', connectorSource({ id: 'foreign' }), { into: elsewhere.path });
    install('connector-crm', connectorSource({ id: 'foreign' }), { into: elsewhere.path });
    install('connector-desk', connectorSource({ id: 'desk' }), { into: elsewhere.path });
    install('connector-crm', connectorSource());
    const catalogue = await load('connector-crm', 'connector-desk');
    expect(catalogue.list().map(({ manifest: { id } }) => id)).toEqual(['crm', 'desk']);
    await expect(load('class-validator')).rejects.toThrow('The package class-validator is no connector');
  });

  it.each([
    ['for import alone', { '.': { types: './index.d.ts', import: './index.js' } }],
    ['for import, and another one for require', { import: './index.js', require: './none.cjs' }],
  ])('loads a package with an entry %s', async (_, exports) => {
    install('connector-crm', connectorSource(), { exports });
    expect((await load('connector-crm')).get('crm').manifest.id).toBe('crm');
  });

  it.each(['./connector-crm', '../x', '/tmp/x.js', 'file:///tmp/x.js', 'node:fs'])(
    'refuses "%s" as a name',
    async (name) => {
      await expect(load(name)).rejects.toThrow(/is not the name of an npm package/);
    },
  );

  it('names a missing package and how to get it', async () => {
    const loading = load('connector-none');
    await expect(loading).rejects.toThrow(ConfigurationError);
    await expect(loading).rejects.toThrow(/connector-none is not installed .*npm install connector-none/);
  });

  it('names a package that fails while it is loaded', async () => {
    install('connector-crm', 'throw new Error("canary");');
    await expect(load('connector-crm')).rejects.toThrow(
      /^(?!.*canary).*connector-crm fails while it is loaded/,
    );
  });

  it.each([
    ['no export of that name', 'export const other = 1;', /is no connector/],
    [
      'a value that defineConnector did not make',
      'export const connector = { manifest: {} };',
      /is no connector/,
    ],
    [
      'another contract version',
      connectorSource({ contract: 2 }),
      /for contract version 2, .* has version 1/,
    ],
    ['no contract version', connectorSource({ contract: undefined }), /for another contract version, /],
    [
      'a way to authenticate that is not known',
      connectorSource({ auth: { kind: 'smoke' } }),
      /manifest .* is wrong \(auth\.kind\)/,
    ],
    ['no way to authenticate', connectorSource({ auth: 1 }), /manifest .* is wrong \(auth\)/],
    ['no limits', connectorSource({ rateLimits: {} }), /manifest .* is wrong \(rateLimits\)/],
    ['no version', connectorSource({ version: undefined }), /manifest .* is wrong \(version\)/],
    ['an id that is no word', connectorSource({ id: 'C R M' }), /manifest .* is wrong \(id\)/],
    ['a base URL that is none', connectorSource({ baseUrl: 'crm' }), /manifest .* is wrong \(baseUrl\)/],
    ['no resources', connectorSource({ resources: {} }), /manifest .* is wrong \(resources\)/],
    ['no code for a resource', connectorSource({}, '{}'), /has no code for contacts/],
    [
      'a manifest with code in it',
      connectorSource().replace('"CRM"', '"CRM", hook: () => 1'),
      /not plain JSON/,
    ],
    [
      'a manifest without end',
      `${connectorSource()}\nvalue.manifest.self = value.manifest;`,
      /not plain JSON/,
    ],
  ])('refuses a package with %s', async (_, source, message) => {
    install('connector-crm', source);
    const loading = load('connector-crm');
    await expect(loading).rejects.toThrow(ConfigurationError);
    await expect(loading).rejects.toThrow(message);
  });

  it('refuses two packages with the same connector', async () => {
    install('connector-crm', connectorSource());
    install('connector-crm-fork', connectorSource());
    await expect(load('connector-crm', 'connector-crm-fork')).rejects.toThrow(
      /Two packages .*"crm": remove connector-crm or connector-crm-fork/,
    );
  });
});
