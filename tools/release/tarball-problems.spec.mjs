import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { packPackages } from './pack-packages.mjs';
import { tarballProblems } from './tarball-problems.mjs';

const packageJson = {
  name: 'kites',
  version: '1.0.0',
  license: 'Apache-2.0',
  type: 'module',
  repository: { type: 'git', url: 'git+https://code.example/kites.git' },
  exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
};
const files = {
  'README.md': 'Kites.',
  LICENSE: 'Apache',
  'dist/index.js': 'export const kite = 1;\n',
  'dist/index.d.ts': 'export declare const kite: number;\n',
};

let folder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tarball-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function problemsOf(changedFiles, changedFields = {}) {
  const content = {
    ...files,
    ...changedFiles,
    'package.json': JSON.stringify({ ...packageJson, ...changedFields }),
  };
  for (const [name, text] of Object.entries(content).filter(([, text]) => text !== undefined)) {
    await mkdir(dirname(join(folder, 'kites', name)), { recursive: true });
    await writeFile(join(folder, 'kites', name), text);
  }
  const [packed] = await packPackages([join(folder, 'kites')], folder);
  return tarballProblems(packed);
}

describe('tarballProblems', () => {
  it('finds none in a package that is ready', async () => {
    expect(await problemsOf({})).toEqual([]);
  });

  it('names tests and notes of the compiler that would be published', async () => {
    expect(
      await problemsOf({ 'dist/index.spec.js': '', 'dist/lib.tsbuildinfo': '', 'test/kite.ts': '' }),
    ).toEqual([
      'dist/index.spec.js should not be published.',
      'dist/lib.tsbuildinfo should not be published.',
      'test/kite.ts should not be published.',
    ]);
  });

  it('says what publint finds: an entry that is not in the package', async () => {
    const exports = {
      ...packageJson.exports,
      './tail': { types: './dist/index.d.ts', default: './dist/tail.js' },
    };
    expect(await problemsOf({}, { exports })).toEqual([
      expect.stringMatching(/exports\["\.\/tail"\].*dist\/tail\.js.*does not exist/s),
    ]);
  });

  it('says what attw finds: types that lead nowhere for Node', async () => {
    expect(await problemsOf({ 'dist/index.d.ts': "export { kite } from './kite';\n" })).toEqual([
      expect.stringContaining('Internal resolution error'),
    ]);
  });

  it('names a license that does not travel with the package', async () => {
    expect(await problemsOf({ LICENSE: undefined })).toEqual(['LICENSE is missing.']);
  });
});

describe('packPackages', () => {
  it('tells what npm says about a package it cannot pack', async () => {
    await expect(packPackages([join(folder, 'none')], folder)).rejects.toThrow(
      /could not be packed:\n.*none/s,
    );
  });
});
