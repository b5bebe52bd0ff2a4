import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contributorEnvironment } from '../generators/testing/contributor-environment.mjs';
import { copyWorkspace } from '../generators/testing/workspace-copy.mjs';
import { codeLines } from '../release/code-lines.mjs';
import { connectorLines } from '../release/connector-lines.mjs';
import { root } from '../scripts/support/workspace.mjs';
import { missingLines } from './printed.mjs';
import { stepsOf } from './steps.mjs';

const guide = readFileSync(join(root, 'docs/guides/write-a-connector.md'), 'utf8');
const steps = stepsOf(guide);
const connector = 'packages/connector-paperboat';
const longest = 240_000;

describe('the tutorial, followed to the letter', () => {
  let workspace;

  beforeAll(() => {
    workspace = copyWorkspace();
    mkdirSync(temporary());
  }, longest);

  afterAll(() => {
    workspace.remove();
  });

  it.each(steps.map((step, index) => [index + 1, lastLine(step.commands), step]))(
    'goes well at step %i: %s',
    async (_number, _command, { files, commands, fails, output }) => {
      files.forEach(write);
      const ended = await run(commands);
      expect({ ...ended, fails: ended.code !== 0 }).toEqual({ ...ended, fails });
      expect({ ...ended, missing: missingLines(ended.output, output) }).toEqual({ ...ended, missing: [] });
    },
    longest,
  );

  it('ends with a connector of as many lines as it says', async () => {
    const { lines } = await connectorLines(join(workspace.folder, connector));
    const written = steps
      .flatMap(({ files }) => files)
      .filter(({ path }) => /\/src\/(?!simulator)/.test(path))
      .map(({ text }) => codeLines(text));
    expect(guide.replaceAll(/\s+/g, ' ')).toContain(
      `has ${lines} lines of code, ${written.reduce((sum, count) => sum + count)} of them in this guide`,
    );
  });

  function write({ path, text }) {
    const file = join(workspace.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** For what the programs keep between runs: it goes with the workspace. */
  function temporary() {
    return join(workspace.folder, 'tmp');
  }

  function run(commands) {
    const env = { ...contributorEnvironment(), TMPDIR: temporary() };
    const options = { cwd: workspace.folder, env, maxBuffer: 64 * 1024 * 1024 };
    return new Promise((resolve) => {
      execFile('sh', ['-ec', commands], options, (error, stdout, stderr) => {
        // A program that a signal ended has no exit code.
        resolve({ code: error === null ? 0 : (error.code ?? 1), output: stdout + stderr });
      });
    });
  }
});

function lastLine(commands) {
  return commands.trim().split('\n').at(-1).trim();
}
