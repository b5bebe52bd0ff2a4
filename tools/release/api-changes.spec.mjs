import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { apiChanges } from './api-changes.mjs';
import { writeApiReports } from './api-report.mjs';

let project;
let reports;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'api-'));
  reports = join(project, 'api-report');
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'kites', version: '1.0.0' }));
  await declare('index.d.ts', '/** Lets it fly. */\nexport declare function fly(metres: number): void;\n');
  await declare('tail.d.ts', 'export interface Tail { readonly colour: string }\n');
  await writeApiReports(both(), reports);
});
afterEach(() => rm(project, { recursive: true }));

const declare = (file, text) => writeFile(join(project, file), text);
const entryPoint = (name) => ({ project, types: join(project, `${name}.d.ts`), report: `${name}.api.md` });
const both = () => [entryPoint('index'), entryPoint('tail')];

describe('the report of an entry point', () => {
  it('holds what is exported', async () => {
    const text = await readFile(join(reports, 'index.api.md'), 'utf8');
    expect(text).toContain('export function fly(metres: number): void;');
    expect(text).not.toContain('Tail');
  });
});

describe('apiChanges', () => {
  it('finds none when nothing was changed', async () => {
    expect(await apiChanges(both(), reports)).toEqual([]);
  });

  it.each([
    ['a parameter', '/** Lets it fly. */\nexport declare function fly(metres: string): void;\n'],
    ['a new export', 'export declare function fly(metres: number): void;\nexport declare const more: 1;\n'],
    ['an export that is gone', 'export declare const other: 1;\n'],
  ])('names the report of an entry point with %s', async (_, text) => {
    await declare('index.d.ts', text);
    expect(await apiChanges(both(), reports)).toEqual(['index.api.md']);
  });

  it('is not concerned by other words in a comment', async () => {
    await declare('index.d.ts', '/** Flies. */\nexport declare function fly(metres: number): void;\n');
    expect(await apiChanges(both(), reports)).toEqual([]);
  });

  it('names the report of an entry point that is gone, and of one that has none yet', async () => {
    expect(await apiChanges([entryPoint('index')], reports)).toEqual(['tail.api.md']);
    expect(await apiChanges(both(), join(project, 'none'))).toEqual(['index.api.md', 'tail.api.md']);
  });

  it('refuses a package that is not built', async () => {
    await expect(apiChanges([entryPoint('none')], reports)).rejects.toThrow(/none\.d\.ts/);
  });
});
