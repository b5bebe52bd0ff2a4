import { readJson } from '@nx/devkit';

const reference = 'packages/connector-drift/package.json';
const dependencies = ['@privacy-connectors/core', 'class-validator', 'openapi-fetch'];

/** The package of a connector; its dependencies are pinned as those of the reference connector are. */
export function packageJson(tree, { id, root }, summary) {
  const drift = readJson(tree, reference);
  const { conformance, pinned } = pinsOf(drift);
  return {
    name: `@privacy-connectors/connector-${id}`,
    version: '0.1.0',
    description: summary,
    license: drift.license,
    repository: { ...drift.repository, directory: root },
    type: 'module',
    engines: drift.engines,
    sideEffects: drift.sideEffects,
    exports: drift.exports,
    files: drift.files,
    scripts: { generate: `node ../../tools/scripts/generate-openapi.mjs openapi/${id}.yaml src/generated` },
    publishConfig: drift.publishConfig,
    privacyConnector: { contract: 1 },
    nx: { tags: ['layer:connector'] },
    dependencies: pinned,
    devDependencies: conformance,
    peerDependencies: conformance,
    peerDependenciesMeta: { '@privacy-connectors/conformance': { optional: true } },
  };
}

function pinsOf(drift) {
  const name = '@privacy-connectors/conformance';
  const pinned = dependencies.map((dependency) => [dependency, drift.dependencies[dependency]]);
  return { conformance: { [name]: drift.peerDependencies[name] }, pinned: Object.fromEntries(pinned) };
}
