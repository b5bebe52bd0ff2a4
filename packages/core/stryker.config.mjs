/**
 * Mutation tests of this package: `npm run mutation`, from the root of the workspace. What Stryker writes goes below `tmp`,
 * which git and all tools ignore. See docs/guides/mutation-testing.md.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: {
    configFile: 'packages/core/jest.config.mjs',
    config: {
      // Slow ones that look at comments and at this very test: they can notice no change of behaviour.
      testPathIgnorePatterns: ['/node_modules/', '/(documentation|mutation-report)\\.spec\\.ts$'],
      // A mutant that hangs is found out sooner than by Stryker's own limit, which ends the process.
      testTimeout: 5_000,
    },
  },
  coverageAnalysis: 'perTest',
  mutate: ['packages/core/src/**/*.ts', '!**/*.spec.ts', '!**/index.ts'],
  ignorePatterns: [
    '/*',
    '!/packages',
    '/packages/*',
    '!/packages/core',
    '!/jest.preset.mjs',
    'dist',
    'out-tsc',
  ],
  tempDirName: 'tmp/mutation/sandbox',
  cleanTempDir: 'always',
  incrementalFile: 'tmp/mutation/incremental.json',
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  jsonReporter: { fileName: 'tmp/mutation/report.json' },
  htmlReporter: { fileName: 'tmp/mutation/report.html' },
  timeoutMS: 10_000,
  concurrency: 2,
};
