import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestView } from '../../src/application/views/request-view.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { readPackage, recordsOf } from '../support/read-package.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { startKiteShop, type KiteShop } from './support/kite-shop.js';
import { OutsideProject } from './support/outside-project.js';
import { olderCore, publishKites, publishWorkspace } from './support/publish.js';
import type { Registry } from './support/registry.js';

const kites = 'dsr-connector-kites';
const packages = temporaryFolder();
let registry: Registry;
let project: OutsideProject;

beforeAll(async () => {
  registry = await publishWorkspace(packages.path);
  await publishKites(registry, packages.path);
  project = new OutsideProject(registry.url);
  await project.install('@privacy-connectors/runner', kites);
});

afterAll(async () => {
  project.remove();
  await registry.close();
  packages.remove();
});

describe('a connector from a package of its own', () => {
  let database: TestDatabase;
  let shop: KiteShop;

  beforeAll(async () => {
    project.configure(kites);
    [database, shop] = await Promise.all([startTestDatabase(), startKiteShop()]);
  });

  afterAll(async () => {
    await shop.close();
    await database.stop();
  });

  function dsr(...parameters: string[]) {
    return project.dsr(parameters, { DATABASE_URL: database.url, KITE_KEY: shop.key });
  }

  function connect(baseUrl: string) {
    const parameters = ['--name', 'shop', '--set', `baseUrl=${baseUrl}`, '--token-env', 'KITE_KEY'];
    return dsr('connection', 'add', 'kites', ...parameters);
  }

  it('brings the copy of core that it was built with', () => {
    const core = 'node_modules/@privacy-connectors/core';
    expect(project.lock().packages).toMatchObject({
      [`node_modules/${kites}/${core}`]: { version: olderCore },
      [core]: { version: expect.not.stringContaining(olderCore) },
    });
  });

  it('is listed once its name is in the configuration', async () => {
    const { code, stdout } = await dsr('connector', 'list', '--json');
    expect({ code, ids: (JSON.parse(stdout) as { id: string }[]).map(({ id }) => id) }).toEqual({
      code: 0,
      ids: ['kites'],
    });
  });

  it('says what is wrong by errors of its own copy', async () => {
    const { code, stderr } = await connect(`${shop.baseUrl}/`);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'baseUrl must not end with a slash.\n' });
  });

  it('answers an access request, to the package for the person', async () => {
    expect(await connect(shop.baseUrl)).toMatchObject({ code: 0, stderr: '' });
    const ended = await dsr('request', 'access', '--email', 'jane@example.org', '--wait', '--json');
    const request = JSON.parse(ended.stdout.trimEnd().split('\n').at(-1) ?? '') as RequestView;
    expect({ code: ended.code, status: request.status }).toEqual({ code: 0, status: 'completed' });

    const zip = join(project.folder, 'jane.zip');
    expect(await dsr('request', 'export', request.id, '--out', zip)).toMatchObject({ code: 0 });
    const files = await readPackage(zip);
    expect(recordsOf(files, 'shop', 'customers')).toEqual([
      expect.objectContaining({
        id: 'c1',
        data: { id: 'c1', email: 'jane@example.org', kite: 'The red one with the long tail' },
      }),
    ]);
    expect(Buffer.concat([...files.values()]).includes('joe@example.org')).toBe(false);
  });
});

describe('what is refused, by a sentence that names the package', () => {
  /** Forks of the connector, each with something wrong: the name, the file, and what is replaced in it. */
  const forks: readonly (readonly [string, string, readonly [string, string]])[] = [
    ['kites-of-tomorrow', 'dist/manifest.js', ['contract: 1', 'contract: 2']],
    ['kites-without-brand', 'dist/index.js', ['export const connector', 'export const kites']],
    ['kites-by-hand', 'dist/index.js', ['defineConnector(manifest).implement(', '((code) => code)(']],
    ['kites-again', 'dist/manifest.js', ["title: 'Kite Shop'", "title: 'Kite Shop 2'"]],
    ['kites-misspelt', 'dist/manifest.js', ["id: 'kites'", "id: 'Kite Shop'"]],
    [
      'kites-astray',
      'dist/manifest.js',
      ["baseUrl: 'https://api.kites.example'", "baseUrl: 'api.kites.example'"],
    ],
    ['kites-broken', 'dist/index.js', ['core', 'core/none']],
  ];

  beforeAll(() => {
    for (const [name, file, change] of forks) project.fork(kites, name, file, change);
  });

  it.each([
    [
      'an incompatible contract version',
      ['kites-of-tomorrow'],
      'The connector package kites-of-tomorrow was made for contract version 2, and this runner has version 1: install versions of the two that fit.',
    ],
    [
      'a package that exports something else',
      ['kites-without-brand'],
      /^The package kites-without-brand is no connector: it must export `connector`/,
    ],
    [
      'a value that defineConnector did not make',
      ['kites-by-hand'],
      /^The package kites-by-hand is no connector: /,
    ],
    [
      'two packages with one id',
      [kites, 'kites-again'],
      `Two packages bring a connector "kites": remove ${kites} or kites-again from "connectors" in config.json.`,
    ],
    [
      'a package that is not installed',
      ['dsr-connector-none'],
      /^The connector package dsr-connector-none is not installed or not built: run `npm install dsr-connector-none` in the folder around the data folder/,
    ],
    [
      'a manifest that is not valid',
      ['kites-misspelt'],
      /^The manifest of the connector package kites-misspelt is wrong \(id\): /,
    ],
    [
      'an address that is none',
      ['kites-astray'],
      /^The manifest of the connector package kites-astray is wrong \(baseUrl\): /,
    ],
    [
      'code that cannot be loaded',
      ['kites-broken'],
      /^The connector package kites-broken fails while it is loaded: run `npm install kites-broken` again/,
    ],
    ['a path instead of a name', ['../kites'], /connectors must each be the bare name of an npm package/],
  ])('%s', async (_, connectors, sentence) => {
    project.configure(...connectors);
    const refused = await project.dsr(['connector', 'list']);
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' });
    expect(refused.stderr.trimEnd()).toEqual(
      typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    );
  });
});
