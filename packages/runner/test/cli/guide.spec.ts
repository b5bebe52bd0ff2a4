import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { exitCodeDescriptions } from '../../src/cli/exit-code.js';
import { run } from './run.js';

const guide = readFileSync(new URL('../../../../docs/guides/command-line.md', import.meta.url), 'utf8');

async function commandsOf(...group: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await run([...group, '--help']);
  const list = stdout.split('Commands:\n')[1]?.split('\n\n')[0] ?? '';
  return [...list.matchAll(/^ {2}([a-z]+) /gm)].flatMap(([, name]) =>
    name === undefined || name === 'help' ? [] : [name],
  );
}

describe('the guide to the command line', () => {
  it('describes every command with all of its options', async () => {
    const commands = await commandsOf();
    expect(commands).toEqual(
      expect.arrayContaining(['connector', 'connection', 'request', 'worker', 'keys']),
    );
    for (const command of commands) {
      const leaves = await commandsOf(command);
      const paths = leaves.length === 0 ? [[command]] : leaves.map((leaf) => [command, leaf]);
      for (const path of paths) {
        expect(guide).toContain(`dsr ${path.join(' ')}`);
        const { stdout } = await run([...path, '--help']);
        for (const [option] of stdout.matchAll(/--[a-z][a-z-]+/g)) expect(guide).toContain(option);
      }
    }
  });

  it('lists every exit code', () => {
    for (const [code] of exitCodeDescriptions) expect(guide).toMatch(new RegExp(`^\\| ${code} +\\|`, 'm'));
  });
});
