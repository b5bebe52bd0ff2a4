import { conformance, docs, types } from './targets.mjs';

/** What a file of a connector lets nx do, by the end of its path. */
const targets = [
  { name: 'types', pattern: /\/openapi\/[^/]+\.yaml$/, target: types },
  { name: 'docs', pattern: /\/src\/manifest\/manifest\.ts$/, target: docs },
  { name: 'conformance', pattern: /\/test\/conformance\.spec\.ts$/, target: conformance },
];

/**
 * An nx plugin: a package with an API description has the target `types`, one with a manifest `docs`, and one with a
 * contract test `conformance`.
 */
export const createNodes = [
  'packages/*/{openapi/*.yaml,src/manifest/manifest.ts,test/conformance.spec.ts}',
  (files) => files.map((file) => [file, { projects: projectsOf(file) }]),
];

function projectsOf(file) {
  const root = file.split('/').slice(0, 2).join('/');
  const inferred = targets.filter(({ pattern }) => pattern.test(file));
  return {
    [root]: { targets: Object.fromEntries(inferred.map(({ name, target }) => [name, target(file)])) },
  };
}
