import nx from '@nx/eslint-plugin';
import { defineConfig } from 'eslint/config';
import { createNodeResolver, flatConfigs as importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Files that are not shipped as a part of a connector or of the runner, and so may use the test kit. */
const testFiles = ['**/*.spec.ts', '**/testing/**/*.ts', 'packages/*/test/**/*.ts'];
const simulators = ['packages/connector-*/src/simulator/**/*.ts'];

/** Which layers may see which: connector -> core <- runner -> client. `test` are those that tests and simulators see as well. */
const layers = {
  core: {
    uses: [],
    test: [],
    banned: ['inversify', 'reflect-metadata', 'openapi-fetch', 'pg', '@dbos-inc/*'],
  },
  testkit: {
    uses: ['core'],
    test: [],
    banned: ['inversify', 'reflect-metadata', 'openapi-fetch', 'pg', '@dbos-inc/*'],
  },
  connector: {
    uses: ['core'],
    test: ['testkit'],
    banned: ['inversify', 'reflect-metadata', 'undici', 'axios', 'pg', '@dbos-inc/*'],
  },
  client: {
    uses: [],
    test: [],
    banned: ['inversify', 'reflect-metadata', 'undici', 'axios', 'pg', '@dbos-inc/*'],
  },
  runner: {
    uses: ['core', 'client'],
    test: ['testkit', 'connector'],
    banned: ['openapi-fetch', 'undici', 'axios'],
  },
  tools: { uses: ['core'], test: [], banned: ['inversify', 'reflect-metadata', 'pg', '@dbos-inc/*'] },
};

function boundaries(inTests) {
  const depConstraints = Object.entries(layers).map(([layer, { uses, test, banned }]) => ({
    sourceTag: `layer:${layer}`,
    onlyDependOnLibsWithTags: [...uses, ...(inTests ? test : [])].map((used) => `layer:${used}`),
    bannedExternalImports: banned,
  }));
  return { '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints }] };
}

/** Packages that only one folder of a package may import, each with the way out that the reader needs. */
const inversify = {
  names: ['inversify', 'reflect-metadata'],
  message:
    'The container lives in packages/runner/src/composition only; take constructor parameters instead.',
};
const dbos = {
  names: ['@dbos-inc/**'],
  message: 'DBOS is imported in packages/runner/src/engine only; use the WorkflowEngine port.',
};

/**
 * All that connectors may import, so that installing one brings nothing that nobody looked at. Simulators and tests are
 * Node programs beside them.
 */
const connectorImports = ['@privacy-connectors/core', 'openapi-fetch', 'class-validator'];
const simulatorImports = [...connectorImports, '@privacy-connectors/conformance', 'node:'];
const testImports = [...simulatorImports, '@jest/globals', 'fast-check'];

const noExportAll = {
  selector: 'ExportAllDeclaration',
  message: 'Name what you export: `export *` hides changes of the public surface.',
};

/** Refuses static imports of the packages, and those by `import('…')`. */
function restrict(...restrictions) {
  const patterns = restrictions.map(({ names, message }) => ({ group: names, message }));
  const dynamic = restrictions.map(({ names, message }) => ({
    selector: importExpressionOf(names),
    message,
  }));
  return {
    'no-restricted-imports': ['error', { patterns }],
    'no-restricted-syntax': ['error', noExportAll, ...dynamic],
  };
}

/** Refuses imports, static and by `import('…')`, of everything but the packages, their subpaths and the package's own files. */
function allowOnly(names) {
  const allowed = names.map((name) => (name.endsWith(':') ? name : `${name}(?:/|$)`)).join('|');
  // The selector below ends at a slash.
  const regex = `^(?!${allowed}|[.]{1,2}/)`.replaceAll('/', '\\u002F');
  const message = `Connectors import only ${names.join(', ')} and their own files: move what others need, too, into core.`;
  return {
    'no-restricted-imports': ['error', { patterns: [{ regex, message }] }],
    'no-restricted-syntax': [
      'error',
      noExportAll,
      { selector: `ImportExpression[source.value=/${regex}/]`, message },
    ],
  };
}

function importExpressionOf(names) {
  const starts = names.map((name) => name.replace('**', '').replaceAll('/', '\\u002F'));
  return `ImportExpression[source.value=/^(${starts.join('|')})/]`;
}

const sizes = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 10],
};

/** What Node offers without an import, as far as our scripts use it. */
const nodeGlobals = [
  'AbortController',
  'AbortSignal',
  'Buffer',
  'clearTimeout',
  'fetch',
  'performance',
  'process',
  'Response',
  'setTimeout',
  'structuredClone',
  'URL',
];

export default defineConfig(
  {
    ignores: [
      '**/dist',
      '**/out-tsc',
      '**/node_modules',
      '**/generated',
      '.nx',
      'coverage',
      'quickstart-out',
      '.dsr',
      'tmp',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, importX.typescript],
    plugins: { '@nx': nx, 'import-x': importX.recommended.plugins['import-x'] },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensionAlias: { '.js': ['.ts', '.js'] } })],
    },
    rules: {
      ...boundaries(false),
      ...restrict(inversify, dbos),
      ...sizes,
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-console': 'error',
    },
  },
  { files: ['packages/runner/src/composition/**/*.ts'], rules: restrict(dbos) },
  { files: ['packages/runner/src/engine/**/*.ts'], rules: restrict(inversify) },
  { files: ['packages/connector-*/src/**/*.ts'], rules: allowOnly(connectorImports) },
  { files: simulators, rules: allowOnly(simulatorImports) },
  {
    files: ['packages/connector-*/**/*.spec.ts', 'packages/connector-*/test/**/*.ts'],
    rules: allowOnly(testImports),
  },
  { files: [...testFiles, ...simulators], rules: boundaries(true) },
  {
    files: testFiles,
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    extends: [tseslint.configs.strict],
    languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])) },
    rules: { ...sizes, 'no-undef': 'error', 'no-console': 'error' },
  },
  { files: ['**/*.spec.mjs'], rules: { 'max-lines-per-function': 'off' } },
);
