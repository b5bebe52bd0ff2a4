import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { connectorPackages } from '../docs/workspace/connector-packages.mjs';
import { root } from '../scripts/support/workspace.mjs';
import { manifestFile, withVersion } from './manifest-version.mjs';

const source =
  "export const manifest = {\n  id: 'kites',\n  version: '0.1.0',\n  auth: { version: '1' },\n};\n";

describe('withVersion', () => {
  it('changes the version alone', () => {
    expect(withVersion(source, '0.2.0')).toBe(source.replace('0.1.0', '0.2.0'));
    expect(withVersion(source, '0.1.0')).toBe(source);
  });

  it.each([
    ['none', 'export const manifest = { ...base };\n'],
    ['two', `${source}${source}`],
  ])('refuses a manifest with %s', (_, text) => {
    expect(() => withVersion(text, '0.2.0')).toThrow(/one line with its version/);
  });
});

describe('the manifests of the workspace', () => {
  it('have the versions of their packages', async () => {
    const stale = [];
    for (const { folder, packageJson } of await connectorPackages(root)) {
      const text = await readFile(join(folder, manifestFile), 'utf8');
      if (withVersion(text, packageJson.version) !== text) stale.push(basename(folder));
    }
    expect(stale).toEqual([]);
  });
});
