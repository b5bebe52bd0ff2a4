import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ensure, Refusal } from '../text/refusal.mjs';

/** Reads an OpenAPI 3 description, YAML or JSON. @throws Refusal when the file is missing or something else. */
export function readDescription(file) {
  const description = parsed(file);
  ensure(
    /^3\.[01]\./.test(description?.openapi),
    `${file} is no OpenAPI description of version 3.0 or 3.1. Convert it first.`,
  );
  ensure(
    referencesIn(description).every((reference) => reference.startsWith('#/')),
    `${file} refers to other files. Bundle them into one first.`,
  );
  return description;
}

/** What the operations of a description need of it, wherever it is mentioned: `$ref` and the mapping of a discriminator. */
export function referencesIn(value) {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => {
    if (typeof part !== 'string') return referencesIn(part);
    return key === '$ref' || part.startsWith('#/components/') ? [part] : [];
  });
}

function parsed(file) {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Refusal(`${file} cannot be read as YAML or JSON. Name an OpenAPI description that can.`, {
      cause,
    });
  }
}
