import { resolve } from 'node:path';
import { manifestOperations } from '../../scripts/openapi/manifest-operations.mjs';
import { declare } from '../openapi/declare.mjs';
import { readDescription } from '../openapi/read-description.mjs';
import { trim } from '../openapi/trim.mjs';
import { ensure, Refusal } from '../text/refusal.mjs';

/**
 * What is known of the vendor's API: from the OpenAPI file when there is one, otherwise little.
 * @throws Refusal for a file that cannot be used, and when nobody says where the API answers.
 */
export function describeVendor(folder, options, { title, operations: names, rateLimits }) {
  const file = options.openapi ? resolve(folder, options.openapi) : undefined;
  const found = file === undefined ? emptyDescription() : trim(readDescription(file), names);
  const baseUrl = baseUrlOf(options.baseUrl || found.servers?.[0]?.url);
  const about = { openapi: found.openapi, info: infoOf(title, found), servers: [{ url: baseUrl }] };
  const description = { ...about, ...declare({ ...found, ...about }, rateLimits[0].name) };
  return { description, operations: operationsOf(description), baseUrl };
}

function emptyDescription() {
  return { openapi: '3.1.0', info: {}, servers: [], paths: {}, components: { schemas: {} } };
}

function infoOf(title, { info }) {
  return {
    title: `${title} (the part a privacy request needs)`,
    ...info,
    version: String(info?.version ?? 'unknown'),
  };
}

/** The file's own `x-` fields may be wrong. */
function operationsOf(description) {
  try {
    return manifestOperations(description);
  } catch (error) {
    throw new Refusal(error.message, { cause: error });
  }
}

function baseUrlOf(url) {
  const usable = URL.canParse(url) && new URL(url).protocol === 'https:' && !/[{}?#]/.test(url);
  ensure(
    usable,
    "Say where the vendor's API answers with --base-url, an https URL without a query such as https://api.vendor.example/v2.",
  );
  return url.replace(/\/+$/, '');
}
