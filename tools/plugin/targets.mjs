import { basename } from 'node:path';

const generateOpenapi = 'tools/scripts/generate-openapi.mjs';
const node = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning'].join(' ');

/** Rewrites `src/generated` from the API description. */
export function types(description) {
  const file = `openapi/${basename(description)}`;
  return {
    command: `node ../../${generateOpenapi} ${file} src/generated`,
    options: { cwd: '{projectRoot}' },
    cache: true,
    inputs: [
      `{projectRoot}/${file}`,
      `{workspaceRoot}/${generateOpenapi}`,
      '{workspaceRoot}/tools/scripts/openapi/**/*',
      { externalDependencies: ['openapi-typescript', 'yaml'] },
    ],
    outputs: ['{projectRoot}/src/generated'],
    metadata: { description: `Writes src/generated from ${file}` },
  };
}

/** Rewrites the page of the connector. */
export function docs() {
  return {
    command: 'node tools/docs/generate.mjs docs/connectors {projectRoot}',
    metadata: { description: 'Writes the page of the connector from its manifest' },
  };
}

/** Runs the contract test. It stands for the vendor itself, so its result is never taken from a cache. */
export function conformance() {
  return {
    command: 'jest test/conformance.spec.ts',
    options: { cwd: '{projectRoot}', env: { NODE_OPTIONS: node } },
    dependsOn: ['build'],
    cache: false,
    metadata: { description: 'Tests whether the connector keeps the contract' },
  };
}
