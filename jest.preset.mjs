/** The jest configuration every package shares: native ESM, TypeScript compiled by swc, sources of the workspace instead of builds. */
export function projectConfig(name) {
  return {
    displayName: name,
    rootDir: `${import.meta.dirname}/packages/${name}`,
    testEnvironment: 'node',
    testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
    extensionsToTreatAsEsm: ['.ts'],
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    testEnvironmentOptions: { customExportConditions: ['@privacy-connectors/source', 'node', 'node-addons'] },
    transform: { '^.+\\.ts$': ['@swc/jest', swc], [requiredModules]: ['@swc/jest', { swcrc: false }] },
    transformIgnorePatterns: ['^(?!.*/sanitize-html/node_modules/).*/node_modules/'],
    coverageProvider: 'v8',
    // Real processes on a busy machine: a limit for what hangs, not for what is slow.
    testTimeout: 240_000,
    maxWorkers: 2,
  };
}

/** sanitize-html requires ES modules, as Node.js does from 20.19 on and Jest only on 24.9 or later. */
const requiredModules = '/node_modules/sanitize-html/node_modules/.+\\.js$';

const swc = {
  swcrc: false,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};
