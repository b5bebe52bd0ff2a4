import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { differences } from './folder-differences.mjs';

describe('differences', () => {
  let root;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'differences-'));
  });

  afterEach(() => rm(root, { recursive: true }));

  async function folder(name, files) {
    await mkdir(join(root, name, 'below'), { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(join(root, name, file), text);
    return join(root, name);
  }

  it('finds none between equal folders', async () => {
    const files = { 'a.ts': 'a', 'below/b.ts': 'b' };
    expect(await differences(await folder('one', files), await folder('other', files))).toEqual([]);
  });

  it('names changed files and those that only one folder has', async () => {
    const one = await folder('one', { 'a.ts': 'a', 'below/b.ts': 'b', 'c.ts': 'c' });
    const other = await folder('other', { 'a.ts': 'A', 'below/d.ts': 'd', 'c.ts': 'c' });
    expect(await differences(one, other)).toEqual(['a.ts', 'below/b.ts', 'below/d.ts']);
  });

  it('takes a missing folder for an empty one', async () => {
    expect(await differences(await folder('one', { 'a.ts': 'a' }), join(root, 'none'))).toEqual(['a.ts']);
  });
});
