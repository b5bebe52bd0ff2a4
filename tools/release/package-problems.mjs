import { isDeepStrictEqual } from 'node:util';

const exactVersion = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const source = '@privacy-connectors/source';
const ofConnectors = ['@privacy-connectors/core', 'class-validator', 'openapi-fetch'];

/**
 * What keeps a package from being published with provenance, or from being understood once it is: a sentence each.
 *
 * @param {import('./public-packages.mjs').PublicPackage} package
 * @param {object} workspace The workspace's package.json.
 * @returns {string[]}
 */
export function packageProblems({ folder, packageJson }, workspace) {
  return [
    ...fieldProblems(packageJson, expectedFields(folder, workspace)),
    ...missingFields(packageJson),
    ...fileProblems(packageJson),
    ...exportProblems(packageJson),
    ...versionProblems(packageJson),
    ...connectorProblems(packageJson),
  ];
}

/** npm refuses provenance for a package that names another repository than the one it is published from. */
function expectedFields(folder, { license, repository, engines }) {
  return {
    license,
    repository: { ...repository, directory: folder },
    engines,
    type: 'module',
    publishConfig: { access: 'public', provenance: true },
  };
}

function fieldProblems(packageJson, expected) {
  return Object.entries(expected)
    .filter(([name, value]) => !isDeepStrictEqual(packageJson[name], value))
    .map(([name, value]) => `"${name}" must be ${JSON.stringify(value)}`);
}

function missingFields(packageJson) {
  return ['description', 'sideEffects', 'exports']
    .filter((name) => packageJson[name] === undefined)
    .map((name) => `"${name}" is missing`);
}

/** Maps lead from `dist` to `src`, so both are published; tests and notes of the compiler are not. */
function fileProblems({ files = [] }) {
  return ['dist', 'src', '!**/*.spec.ts', '!**/*.tsbuildinfo']
    .filter((pattern) => !files.includes(pattern))
    .map((pattern) => `"files" must have ${JSON.stringify(pattern)}`);
}

/** The first condition that fits wins: `types` must stand before `default`. */
function exportProblems({ exports = {} }) {
  return Object.entries(exports)
    .filter(([, target]) => !isDeepStrictEqual(Object.keys(target), [source, 'types', 'default']))
    .map(([path]) => `"exports" of "${path}" must name ${source}, types and default, in this order`);
}

function versionProblems({ dependencies = {}, optionalDependencies = {} }) {
  return Object.entries({ ...dependencies, ...optionalDependencies })
    .filter(([, version]) => !exactVersion.test(version))
    .map(([name]) => `the dependency ${name} must be pinned to one version`);
}

function connectorProblems({ privacyConnector, dependencies = {} }) {
  if (privacyConnector === undefined) return [];
  return Object.keys(dependencies)
    .filter((name) => !ofConnectors.includes(name))
    .map((name) => `the dependency ${name} is none that a connector may have: ${ofConnectors.join(', ')}`);
}
