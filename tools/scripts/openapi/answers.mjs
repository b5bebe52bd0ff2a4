import { describedOperations } from './described-operations.mjs';
import { resolve } from './resolve.mjs';

/** Words for readers, not for validators. */
const PROSE = new Set(['description', 'summary', 'example', 'examples', 'deprecated', 'externalDocs']);

/** The operations of a description and the JSON schemas of their answers: what answers are validated against at run time. */
export function answersOf(description) {
  const paths = Object.fromEntries(Object.keys(description.paths).map((path) => [path, {}]));
  for (const { path, method, operation } of describedOperations(description)) {
    paths[path][method] = operationOf(description, operation);
  }
  const schemas = mapValues(description.components?.schemas ?? {}, validating);
  return { openapi: description.openapi, paths, components: { schemas } };
}

function operationOf(description, { operationId, responses }) {
  return {
    operationId,
    responses: mapValues(responses, (response) => responseOf(resolve(description, response))),
  };
}

function responseOf(response) {
  const content = mapValues(response.content ?? {}, (media) => ({ schema: validating(media.schema) }));
  return { content };
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
