/**
 * Usage: node tools/scripts/generate-openapi.mjs <description.yaml> <output folder>
 *
 * Writes, from a connector's OpenAPI 3.1 description, `schema.ts` (types of openapi-typescript), `openapi.ts` (the schemas
 * of answers, for validation at run time), `operations.ts` (the calls that the manifest declares, from the `x-` fields of
 * each), `vendor.ts` (other facts of the manifest), `settings.ts` (the class that validates `x-settings`, if
 * there are any) and `client.ts` (a typed client through the pipeline). The same description always gives the same bytes.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { answersOf } from './openapi/answers.mjs';
import { clientSource } from './openapi/client-source.mjs';
import { manifestOperations } from './openapi/manifest-operations.mjs';
import { settingsSource } from './openapi/settings-source.mjs';
import { vendorFacts } from './openapi/vendor-facts.mjs';
import { runMain } from './support/main.mjs';

await runMain(async () => {
  const [descriptionFile, outputFolder] = process.argv.slice(2);
  if (descriptionFile === undefined || outputFolder === undefined) {
    throw new Error(
      'Name the OpenAPI description and the output folder: generate-openapi.mjs <description.yaml> <output folder>.',
    );
  }
  const file = `openapi/${basename(descriptionFile)}`;
  const written = await generated(file, parse(await readFile(descriptionFile, 'utf8'), { merge: true }));
  await mkdir(outputFolder, { recursive: true });
  for (const [name, text] of Object.entries(written)) {
    const header = `// Generated from ${file} by tools/scripts/generate-openapi.mjs. Do not edit.\n\n`;
    await writeFile(join(outputFolder, name), header + text);
  }
  return 0;
});

async function generated(file, description) {
  return {
    'operations.ts': exported(
      `Every call this connector makes, by the \`operationId\` in \`${file}\`.`,
      `operations = ${JSON.stringify(manifestOperations(description), null, 2)} as const`,
    ),
    'vendor.ts': vendorSource(file, vendorFacts(description)),
    'client.ts': clientSource(file, description),
    ...(description['x-settings'] === undefined ? {} : { 'settings.ts': settingsSource(description) }),
    'schema.ts': astToString(
      await openapiTS(structuredClone(description), { alphabetize: false, silent: true }),
    ),
    'openapi.ts': exported(
      'The operations and the JSON schemas of their answers: plain JSON, JSON Schema 2020-12.',
      `openapi = ${JSON.stringify(answersOf(description), null, 2)}`,
    ),
  };
}

function vendorSource(file, facts) {
  const comment = `The part of the manifest that is facts about the vendor, from \`${file}\`.`;
  const members = JSON.stringify(facts, null, 2).replace('{', '{\n  operations,');
  const declaration = exported(comment, `vendor = ${members} as const`);
  return `import { operations } from './operations.js';\n\n${declaration}`;
}

function exported(comment, declaration) {
  return `/** ${comment} */\nexport const ${declaration};\n`;
}
