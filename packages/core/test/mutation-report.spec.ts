import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const program = fileURLToPath(new URL('../mutation/check.mjs', import.meta.url));
const source = 'function double(value: number) {\n  return (\n    value * 2\n  );\n}\n';
const location = { start: { line: 2, column: 10 }, end: { line: 4, column: 4 } };
const explanation = {
  file: 'src/double.ts',
  line: 'return (',
  original: '( value * 2 )',
  replacement: 'value / 2',
  why: 'Nobody doubles anything but zero.',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mutation-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Judges a report of changes that ended like this, all of them at the same place. */
function check(statuses: readonly string[], explanations: readonly object[] = []) {
  const mutants = statuses.map((status) => ({ status, location, replacement: 'value /\n 2' }));
  const files = [join(folder, 'report.json'), join(folder, 'explanations.json')] as const;
  writeFileSync(files[0], JSON.stringify({ files: { 'src/double.ts': { source, mutants } } }));
  writeFileSync(files[1], JSON.stringify(explanations));
  const { status, stdout } = spawnSync(process.execPath, [program, ...files], { encoding: 'utf8' });
  return { status, stdout };
}

const killed = Array<string>(17).fill('Killed');

describe('the judgement of a mutation test', () => {
  it('is good when every change was noticed, also by never ending', () => {
    const { status, stdout } = check(['Killed', 'Timeout', 'RuntimeError', 'Ignored']);
    expect(stdout).toBe(
      'Mutation score of core: 100.00 % (at least 85 %).\n0 changes survived, 0 of them unexplained.\n',
    );
    expect(status).toBe(0);
  });

  it.each(['Survived', 'NoCoverage'])('names a change that nobody noticed or explained (%s)', (unnoticed) => {
    const { status, stdout } = check([...killed, unnoticed]);
    expect(stdout).toContain('No test notices, and nothing explains:');
    expect(stdout).toContain('src/double.ts:2\n');
    expect(stdout).toContain('"original": "( value * 2 )"');
    expect(status).toBe(1);
  });

  it('is good when what was not noticed is explained', () => {
    const { status, stdout } = check([...killed, 'Survived'], [explanation]);
    expect(stdout).toBe(
      'Mutation score of core: 94.44 % (at least 85 %).\n1 changes survived, 0 of them unexplained.\n',
    );
    expect(status).toBe(0);
  });

  it.each([
    ['gives no reason', { ...explanation, why: '' }],
    ['is about another change', { ...explanation, replacement: 'value + 2' }],
  ])('does not take an explanation that %s', (_, other) => {
    expect(check([...killed, 'Survived'], [other]).status).toBe(1);
  });

  it('refuses an explanation of what is noticed or gone', () => {
    const { status, stdout } = check(killed, [explanation]);
    expect(stdout).toContain('Explained, but noticed by a test or gone');
    expect(stdout).toContain('Nobody doubles anything but zero.');
    expect(status).toBe(1);
  });

  it('is bad below the lowest score, whatever is explained', () => {
    const { status, stdout } = check(
      [...killed, 'Survived', 'Survived', 'Survived', 'Survived'],
      [explanation],
    );
    expect(stdout).toContain('80.95 % (at least 85 %).\n4 changes survived, 0 of them unexplained');
    expect(status).toBe(1);
  });

  it('is bad when nothing was tested', () => {
    expect(check([]).status).toBe(1);
  });
});
