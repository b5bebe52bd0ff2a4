/**
 * Usage: node tools/scripts/generate-openapi.mjs <description.yaml> <output folder>
 *
 * Writes `schema.ts` (types of openapi-typescript) and `openapi.ts` (the response schemas, for validation at run
 * time) from a connector's OpenAPI 3.1 description. The same description always gives the same bytes.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
/** Words for readers, not for validators. */
const PROSE = new Set(['description', 'summary', 'example', 'examples', 'deprecated', 'externalDocs']);

const [descriptionFile, outputFolder] = process.argv.slice(2);
if (descriptionFile === undefined || outputFolder === undefined) {
  throw new Error(
    'Name the OpenAPI description and the output folder: generate-openapi.mjs <description.yaml> <output folder>.',
  );
}
const description = parse(await readFile(descriptionFile, 'utf8'));
const header = `// Generated from openapi/${basename(descriptionFile)} by tools/scripts/generate-openapi.mjs. Do not edit.\n\n`;

await mkdir(outputFolder, { recursive: true });
await writeFile(join(outputFolder, 'schema.ts'), header + (await types(description)));
await writeFile(join(outputFolder, 'openapi.ts'), header + runtime(description));

async function types(document) {
  return astToString(await openapiTS(structuredClone(document), { alphabetize: false, silent: true }));
}

function runtime(document) {
  const reduced = {
    openapi: document.openapi,
    paths: mapValues(document.paths, (path) => operationsOf(document, path)),
    components: { schemas: mapValues(document.components.schemas, validating) },
  };
  const comment =
    '/** The operations and the JSON schemas of their answers: plain JSON, JSON Schema 2020-12. */\n';
  return `${comment}export const openapi = ${JSON.stringify(reduced, null, 2)};\n`;
}

function operationsOf(document, path) {
  const operations = METHODS.filter((method) => path[method] !== undefined);
  return Object.fromEntries(operations.map((method) => [method, operationOf(document, path[method])]));
}

function operationOf(document, operation) {
  const responses = mapValues(operation.responses, (response) => responseOf(resolve(document, response)));
  return { operationId: operation.operationId, responses };
}

function responseOf(response) {
  const content = mapValues(response.content ?? {}, (media) => ({ schema: validating(media.schema) }));
  return { content };
}

/** Follows a reference to a shared response; references between schemas stay, the validator follows them. */
function resolve(document, value) {
  if (value.$ref === undefined) return value;
  return value.$ref
    .slice('#/'.length)
    .split('/')
    .reduce((node, key) => node[key], document);
}

/** A schema without prose and `x-` notes. A property may bear any of those names, so `properties` is walked by name. */
function validating(schema) {
  if (Array.isArray(schema)) return schema.map(validating);
  if (schema === null || typeof schema !== 'object') return schema;
  const kept = Object.entries(schema).filter(([key]) => !PROSE.has(key) && !key.startsWith('x-'));
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      key === 'properties' ? mapValues(value, validating) : validating(value),
    ]),
  );
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
