import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contributorEnvironment } from './testing/contributor-environment.mjs';
import { copyWorkspace } from './testing/workspace-copy.mjs';

const run = promisify(execFile);
const folder = 'packages/connector-pigeon-post';
/** Unlike it in all that it can be. */
const other = 'packages/connector-kites';
const longest = 120_000;

describe('a connector as it is generated', () => {
  let workspace;
  const program = (file, ...args) =>
    run(process.execPath, [`node_modules/${file}`, ...args], {
      cwd: workspace.folder,
      env: { ...contributorEnvironment(), NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
      maxBuffer: 64 * 1024 * 1024,
    }).catch((failure) => {
      // The message alone does not hold what the program printed.
      throw Object.assign(failure, { message: `${failure.message}\n${failure.stdout}` });
    });
  const generate = (generator, ...args) =>
    program('nx/dist/bin/nx.js', 'g', `@privacy-connectors/tools:${generator}`, ...args, '--no-interactive');

  beforeAll(async () => {
    workspace = copyWorkspace();
    const resources = 'flyers:locate:deferred,flights:scan:with_parent';
    const vendor = ['pigeon-post', '--title=Pigeon Post', '--auth=oauth2', '--identifiers=email'];
    const api = ['--openapi=tools/generators/testing/samples/kites.yaml', '--operations=findFlyers'];
    await generate('connector', ...vendor, `--resources=${resources}`, ...api);
    await generate('resource', 'pigeon-post', 'photos:parent:with_parent:binary');
    const keyed = ['kites', '--title=Kites', '--auth=api-key', '--identifiers=email,phone,external_id'];
    const limits = '--rateLimits=all:window=10/1:window=150/60:operation';
    await generate('connector', ...keyed, limits, '--produces=phone', '--resources=flyers:locate', api[0]);
  }, longest);

  afterAll(() => {
    workspace.remove();
  });

  it(
    'has right types and the format of the others',
    async () => {
      await program('typescript/bin/tsc', '-b', folder, other);
      await program(
        'prettier/bin/prettier.cjs',
        ...['--check', folder, other, 'tsconfig.json', 'tsconfig.check.json'],
      );
    },
    longest,
  );

  it(
    'fails conformance with the list of what is not written',
    async () => {
      const jest = program(
        'jest/bin/jest.js',
        `--config=${folder}/jest.config.mjs`,
        '--json',
        '--cacheDirectory=.jest',
      );
      const { code, stdout } = await jest.catch((failure) => failure);
      const { assertionResults } = JSON.parse(stdout).testResults[0];
      const failures = assertionResults.flatMap(({ failureMessages }) => failureMessages);
      const unwritten = failures.flatMap((message) => message.match(/\S.*(?= is not written yet\.)/g) ?? []);
      expect(code).toBe(1);
      expect(new Set(unwritten.map((step) => step.replace(/^\w+Error: /, '')))).toEqual(
        new Set([
          'connection: check',
          'connection: token answer',
          'subject: locate',
          'resource flyers: read',
          'resource flights: read',
          'resource flights: scan',
          'resource photos: read',
          'resource photos: open',
          'deletion: plan',
          'deletion: erase',
          'deletion: verify',
          'deletion: ticketOf',
          'simulator: findFlyers',
          'simulator: token endpoint',
          'vendor: insides',
          'vendor: withoutThings',
        ]),
      );
    },
    longest,
  );
});
