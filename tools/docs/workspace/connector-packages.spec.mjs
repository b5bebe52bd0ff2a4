import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connectorPackages } from './connector-packages.mjs';
import { loadConnector } from './load-connector.mjs';

let root;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'workspace-'));
  await mkdir(join(root, 'packages'));
});

afterEach(() => rm(root, { recursive: true }));

async function folder(name, packageJson, files = {}) {
  const path = join(root, 'packages', name);
  await mkdir(join(path, 'docs'), { recursive: true });
  const content =
    packageJson === undefined ? {} : { 'package.json': JSON.stringify({ name, ...packageJson }) };
  for (const [file, text] of Object.entries({ ...content, ...files }))
    await writeFile(join(path, file), text);
}

/** The brand as any copy of core sets it, as this package cannot import one. */
const branded = `export const connector = Object.defineProperty(
  { manifest: { id: 'made-up' } },
  Symbol.for('@privacy-connectors/connector'),
  { value: true },
);`;
const built = {
  type: 'module',
  exports: { '.': { types: './index.d.ts', default: './index.js' } },
  privacyConnector: {},
};

describe('connectorPackages', () => {
  it('finds those with the field or with the tag, in the order of their folders', async () => {
    await folder('connector-b', { privacyConnector: { contract: 1 } });
    await folder('connector-a', { nx: { tags: ['layer:connector'] } });
    await folder('core', { nx: { tags: ['layer:core'] } });
    await folder('connector-notes', undefined);
    const found = await connectorPackages(root);
    expect(found.map(({ packageJson }) => packageJson.name)).toEqual(['connector-a', 'connector-b']);
  });
});

describe('loadConnector', () => {
  it('reads manifest and notes of a built package that is installed nowhere', async () => {
    await folder('made-up', built, { 'index.js': branded, 'docs/notes.md': 'Notes.' });
    const [found] = await connectorPackages(root);
    expect(await loadConnector(found)).toMatchObject({ manifest: { id: 'made-up' }, notes: 'Notes.' });
  });

  it('knows that there are no notes', async () => {
    await folder('made-up', built, { 'index.js': branded });
    const [found] = await connectorPackages(root);
    expect((await loadConnector(found)).notes).toBeUndefined();
  });

  it('names a package that is no connector', async () => {
    await folder('no-connector', built, { 'index.js': 'export const connector = {};' });
    const [found] = await connectorPackages(root);
    await expect(loadConnector(found)).rejects.toThrow(/no-connector is no connector/);
  });
});
