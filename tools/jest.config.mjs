/** The tools run as they are, without a build. */
export default {
  displayName: 'tools',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{bench,docs,generators,plugin,release,scripts,tutorial}/**/*.spec.mjs'],
  transform: {},
  testTimeout: 60_000,
};
