const imports = `import createClient, { type Client } from 'openapi-fetch';
import type { ConnectionProfile } from '@privacy-connectors/core';
import { answerValidator, createAnswerReader, operationTag, type Send } from '@privacy-connectors/core/http';
import { openapi } from './openapi.js';
import { operations } from './operations.js';
import type { paths } from './schema.js';
`;

/**
 * The source of a typed client for a description. Its `x-headers` are sent with every call.
 *
 * @param {string} file The description, e.g. `openapi/drift.yaml`.
 */
export function clientSource(file, { 'x-headers': headers = {} }) {
  return `${imports}
/** The vendor's API, typed by \`${file}\`. */
export type VendorClient = Client<paths>;

const headers = ${JSON.stringify(headers, null, 2)};

/** A client all of whose calls go through \`fetch\` and say which declared operation they are. */
export function connect(io: { readonly fetch: Send; readonly profile: ConnectionProfile }): VendorClient {
  const client = createClient<paths>({ baseUrl: io.profile.baseUrl, fetch: io.fetch, headers });
  client.use(operationTag(operations));
  return client;
}

/** The body of a successful answer, validated against \`${file}\`; throws what core's reader throws. */
export const unwrap = createAnswerReader(answerValidator(openapi), operations);
`;
}
