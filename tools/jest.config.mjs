/** The tools run as they are, without a build. */
export default {
  displayName: 'tools',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{docs,generators,scripts}/**/*.spec.mjs'],
  transform: {},
};
