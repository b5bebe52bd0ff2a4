import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyWorkspace } from './testing/workspace-copy.mjs';

const run = promisify(execFile);
const folder = 'packages/connector-pigeon-post';
const longest = 120_000;

/** As a contributor's shell has it: nothing of the npm, the nx and the jest that run this test. */
function environment() {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(INIT_CWD|JEST_|NODE_ENV|NX_|npm_)/.test(name),
  );
  const nx = { NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NX_NO_CLOUD: 'true', FORCE_COLOR: '0' };
  return { ...Object.fromEntries(own), ...nx, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };
}

describe('a connector as it is generated', () => {
  let workspace;
  const program = (file, ...args) =>
    run(process.execPath, [`node_modules/${file}`, ...args], {
      cwd: workspace.folder,
      env: environment(),
      maxBuffer: 64 * 1024 * 1024,
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
  }, longest);

  afterAll(() => {
    workspace.remove();
  });

  it(
    'has right types and the format of the others',
    async () => {
      await program('typescript/bin/tsc', '-b', folder);
      await program('prettier/bin/prettier.cjs', '--check', folder, 'tsconfig.json', 'tsconfig.check.json');
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
          'vendor: insides',
          'vendor: withoutThings',
        ]),
      );
    },
    longest,
  );
});
