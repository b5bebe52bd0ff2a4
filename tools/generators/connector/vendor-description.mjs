import { resolve } from 'node:path';
import { manifestOperation, pickOperations } from '../openapi/operations.mjs';
import { readDescription } from '../openapi/read-description.mjs';
import { trim } from '../openapi/trim.mjs';
import { ensure } from '../text/refusal.mjs';

/**
 * What is known of the vendor's API: from the OpenAPI file when there is one, otherwise little.
 * @throws Refusal for a file that cannot be used, and when nobody says where the API answers.
 */
export function describeVendor(folder, options, { title, operations: names }) {
  const file = options.openapi ? resolve(folder, options.openapi) : undefined;
  const description = file === undefined ? emptyDescription(title) : trim(readDescription(file), names);
  const operations = pickOperations(description, []).map((picked) => [
    picked.operation.operationId,
    manifestOperation(picked),
  ]);
  return {
    description,
    operations: Object.fromEntries(operations),
    vendorApiVersion: String(description.info?.version ?? 'unknown'),
    baseUrl: baseUrlOf(options.baseUrl || description.servers?.[0]?.url),
  };
}

function emptyDescription(title) {
  const info = { title: `${title} (the part a privacy request needs)`, version: 'unknown' };
  return { openapi: '3.1.0', info, paths: {}, components: { schemas: {} } };
}

function baseUrlOf(url) {
  const usable = URL.canParse(url) && new URL(url).protocol === 'https:' && !/[{}?#]/.test(url);
  ensure(
    usable,
    "Say where the vendor's API answers with --base-url, an https URL without a query such as https://api.vendor.example/v2.",
  );
  return url.replace(/\/+$/, '');
}
