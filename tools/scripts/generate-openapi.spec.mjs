import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runNode } from './support/run-node.mjs';

const script = fileURLToPath(new URL('./generate-openapi.mjs', import.meta.url));

const description = `
openapi: 3.1.0
info: { title: Birds, version: '1' }
paths:
  /birds:
    get:
      operationId: findBirds
      summary: Find the birds of an owner.
      x-used-for: [access]
      x-scopes: []
      x-rate-limit: all
      responses:
        '200': { description: The birds., content: { application/json: { schema: { type: array } } } }
`;

let folder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openapi-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function generate(text) {
  const file = join(folder, 'birds.yaml');
  await writeFile(file, text);
  const ended = await runNode([script, file, join(folder, 'generated')], { show: 'nothing' });
  return { ...ended, files: await readdir(folder).then((names) => names.toSorted()) };
}

describe('generate-openapi', () => {
  it('writes types, answers, operations, facts and client, which say where they come from', async () => {
    expect(await generate(description)).toMatchObject({ code: 0, output: '' });
    const written = (name) => readFile(join(folder, 'generated', name), 'utf8');
    const origin =
      /^\/\/ Generated from openapi\/birds\.yaml by tools\/scripts\/generate-openapi\.mjs\. Do not edit\.\n/;
    for (const name of ['schema.ts', 'openapi.ts', 'operations.ts', 'vendor.ts', 'client.ts'])
      expect(await written(name)).toMatch(origin);
    expect(await written('schema.ts')).toContain('export interface paths');
    expect(await written('openapi.ts')).toContain('export const openapi = {');
    expect(await written('operations.ts')).toMatch(
      /export const operations = \{\n {2}"findBirds": [^]*\} as const;\n$/,
    );
  });

  it('writes nothing when a call is not declared in full, and says what is missing', async () => {
    const { code, output, files } = await generate(description.replace('x-scopes: []', ''));
    expect(code).toBe(1);
    expect(output).toBe(
      'findBirds (GET /birds) needs x-scopes: a list of scopes of which one must be granted, or [] when it needs none.\n',
    );
    expect(files).toEqual(['birds.yaml']);
  });
});
