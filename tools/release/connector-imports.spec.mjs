import { beforeAll, describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import { runNode } from '../scripts/support/run-node.mjs';
import { programs } from '../scripts/support/workspace.mjs';

/** A file of each kind in a connector that does not exist yet. */
const files = {
  source: 'packages/connector-kites/src/contacts/contacts.ts',
  simulator: 'packages/connector-kites/src/simulator/index.ts',
  spec: 'packages/connector-kites/src/contacts/contacts.spec.ts',
  test: 'packages/connector-kites/test/conformance.spec.ts',
};
const rules = {};

beforeAll(async () => {
  for (const [kind, file] of Object.entries(files)) rules[kind] = await importRulesOf(file);
}, 60_000);

async function importRulesOf(file) {
  const { stdout } = await runNode([programs.eslint, '--print-config', file], { show: 'nothing' });
  const { rules } = JSON.parse(stdout);
  return Object.fromEntries(
    ['no-restricted-imports', 'no-restricted-syntax'].map((name) => [name, rules[name]]),
  );
}

/** What the rules of a file say to an import, static and dynamic. */
function complaints(kind, name) {
  const code = `import { a } from '${name}';\nexport const b = [a, await import('${name}')];\n`;
  return new Linter().verify(code, { rules: rules[kind] }).map(({ line, message }) => `${line}: ${message}`);
}

const ofConnectors = [
  '@privacy-connectors/core',
  '@privacy-connectors/core/http',
  'openapi-fetch',
  'class-validator',
];
const ofSimulators = [
  '@privacy-connectors/conformance',
  '@privacy-connectors/conformance/simulator',
  'node:crypto',
];

describe('a connector', () => {
  it.each([...ofConnectors, './contact.js', '../client/answers.js'])('may import %s', (name) => {
    expect(complaints('source', name)).toEqual([]);
  });

  it.each([
    ...ofSimulators,
    '@privacy-connectors/runner',
    '@privacy-connectors/core-more',
    '@privacy-connectors/connector-drift',
    'openapi-fetch-more',
    'lodash',
    'fs',
    '/etc/passwd',
    '...',
  ])('may not import %s', (name) => {
    const refusal = expect.stringContaining('Connectors import only @privacy-connectors/core, openapi-fetch');
    expect(complaints('source', name)).toEqual([refusal, refusal]);
  });
});

describe('the simulator and the tests of a connector', () => {
  it.each([...ofConnectors, ...ofSimulators])('may import %s', (name) => {
    for (const kind of ['simulator', 'spec', 'test']) expect(complaints(kind, name)).toEqual([]);
  });

  it('may not import other things', () => {
    for (const kind of ['simulator', 'spec', 'test']) expect(complaints(kind, 'lodash')).toHaveLength(2);
    expect(complaints('simulator', '@jest/globals')).toHaveLength(2);
    expect(complaints('test', '@jest/globals')).toEqual([]);
  });
});
