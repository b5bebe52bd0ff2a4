import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { staleFiles } from './stale-files.mjs';

/** Copies its input into the output folder; fails for the input `broken`. */
const program = `
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const [input, output] = process.argv.slice(2);
const text = readFileSync(input, 'utf8');
if (text === 'broken') process.exit(1);
mkdirSync(output, { recursive: true });
writeFileSync(output + '/page.md', text);
`;

describe('staleFiles', () => {
  let folder;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'package-'));
    await mkdir(join(folder, 'out'));
    await writeFile(join(folder, 'copy.mjs'), program);
    await describePackage({ generate: 'node copy.mjs input.txt out' });
    await writeFile(join(folder, 'input.txt'), 'same');
    await writeFile(join(folder, 'out/page.md'), 'same');
  });

  afterEach(() => rm(folder, { recursive: true }));

  function describePackage(scripts) {
    return writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'sample', scripts }));
  }

  it('finds none when everything is as the script makes it', async () => {
    expect(await staleFiles(folder)).toEqual([]);
  });

  it('names what has changed, and what the script does not make', async () => {
    await writeFile(join(folder, 'input.txt'), 'changed');
    await writeFile(join(folder, 'out/old.md'), 'old');
    expect(await staleFiles(folder)).toEqual(['out/old.md', 'out/page.md']);
  });

  it('leaves the committed files alone', async () => {
    await writeFile(join(folder, 'input.txt'), 'changed');
    expect(await staleFiles(folder)).toEqual(await staleFiles(folder));
  });

  it('finds none where nothing is generated', async () => {
    await describePackage({});
    expect(await staleFiles(folder)).toEqual([]);
  });

  it('names the package whose script fails', async () => {
    await writeFile(join(folder, 'input.txt'), 'broken');
    await expect(staleFiles(folder)).rejects.toThrow(/files of sample could not be generated/);
  });
});
