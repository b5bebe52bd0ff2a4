/**
 * Usage: node tools/scripts/generate-client.mjs <service.json> <output folder>
 *
 * Writes `schema.ts`, the types of openapi-typescript, from the OpenAPI 3.1 description of the service. The same
 * description always gives the same bytes.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { runMain } from './support/main.mjs';

await runMain(async () => {
  const [descriptionFile, outputFolder] = process.argv.slice(2);
  if (descriptionFile === undefined || outputFolder === undefined) {
    throw new Error(
      'Name the OpenAPI description and the output folder: generate-client.mjs <service.json> <output folder>.',
    );
  }
  const description = JSON.parse(await readFile(descriptionFile, 'utf8'));
  const types = astToString(
    await openapiTS(description, {
      alphabetize: false,
      // What has a default may be left out of a body.
      defaultNonNullable: false,
      silent: true,
    }),
  );
  const header = `// Generated from openapi/${basename(descriptionFile)} of the runner by tools/scripts/generate-client.mjs. Do not edit.\n\n`;
  await mkdir(outputFolder, { recursive: true });
  await writeFile(join(outputFolder, 'schema.ts'), header + types);
  return 0;
});
