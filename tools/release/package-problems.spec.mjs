import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../scripts/support/workspace.mjs';
import { packageProblems } from './package-problems.mjs';
import { publicPackages, workspacePackageJson } from './public-packages.mjs';

const workspace = {
  license: 'Apache-2.0',
  repository: { type: 'git', url: 'git+https://code.example/kites.git' },
  engines: { node: '>=20' },
};
const entry = {
  '@privacy-connectors/source': './src/index.ts',
  types: './dist/index.d.ts',
  default: './dist/index.js',
};
const packageJson = {
  ...workspace,
  description: 'Kites.',
  type: 'module',
  sideEffects: false,
  repository: { ...workspace.repository, directory: 'packages/kites' },
  exports: { '.': entry },
  files: ['dist', 'src', '!**/*.spec.ts', '!**/*.tsbuildinfo'],
  publishConfig: { access: 'public', provenance: true },
  dependencies: { string: '1.2.3' },
};

function problemsOf(change) {
  return packageProblems({ folder: 'packages/kites', packageJson: { ...packageJson, ...change } }, workspace);
}

describe('packageProblems', () => {
  it('finds none in a package that is ready', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each([
    ['another license', { license: 'MIT' }, /"license" must be "Apache-2.0"/],
    [
      'the repository of another package',
      { repository: workspace.repository },
      /"directory":"packages\/kites"/,
    ],
    ['no repository', { repository: undefined }, /"repository" must be/],
    ['no provenance', { publishConfig: { access: 'public' } }, /"provenance":true/],
    ['another Node', { engines: undefined }, /"engines" must be/],
    ['no word about side effects', { sideEffects: undefined }, /"sideEffects" is missing/],
    ['no description', { description: undefined }, /"description" is missing/],
    ['no exports', { exports: undefined }, /"exports" is missing/],
    [
      'tests that are published',
      { files: ['dist', 'src', '!**\/*.tsbuildinfo'] },
      /"files" must have "!\*\*\/\*\.spec\.ts"/,
    ],
    ['no types', { exports: { '.': entry, './more': './more.js' } }, /"exports" of "\.\/more"/],
    ['types that are never reached', { exports: { '.': { default: '', ...entry } } }, /"exports" of "\."/],
    ['a range of versions', { dependencies: { string: '^1.2.3' } }, /string must be pinned/],
    [
      'something a connector may not have',
      { privacyConnector: { contract: 1 } },
      /string is none that a connector may have/,
    ],
    ['a range of an optional one', { optionalDependencies: { tail: '*' } }, /tail must be pinned/],
  ])('finds %s', (_, change, problem) => {
    expect(problemsOf(change)).toEqual([expect.stringMatching(problem)]);
  });
});

describe('the packages of the workspace', () => {
  const packages = publicPackages();

  it('are found', () => {
    expect(packages.map(({ folder }) => folder)).toEqual(
      expect.arrayContaining(['packages/core', 'packages/conformance', 'packages/runner']),
    );
    expect(packages.map(({ folder }) => folder)).not.toContain('tools');
  });

  it.each(packages.map((found) => [found.folder, found]))('%s can be published', (folder, found) => {
    expect(packageProblems(found, workspacePackageJson())).toEqual([]);
    // npm puts the license into the package only from the package's own folder.
    expect(licenseOf(folder)).toBe(licenseOf('.'));
  });
});

function licenseOf(folder) {
  return readFileSync(join(root, folder, 'LICENSE'), 'utf8');
}
