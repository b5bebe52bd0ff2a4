// Generated from openapi/klaviyo.yaml by tools/scripts/generate-openapi.mjs. Do not edit.

import createClient, { type Client } from 'openapi-fetch';
import type { ConnectionProfile } from '@privacy-connectors/core';
import { answerValidator, createAnswerReader, operationTag, type Send } from '@privacy-connectors/core/http';
import { openapi } from './openapi.js';
import { operations } from './operations.js';
import type { paths } from './schema.js';

/** The vendor's API, typed by `openapi/klaviyo.yaml`. */
export type VendorClient = Client<paths>;

const headers = {
  "revision": "2026-07-15",
  "accept": "application/vnd.api+json",
  "content-type": "application/vnd.api+json"
};

/** A client all of whose calls go through `fetch` and say which declared operation they are. */
export function connect(io: { readonly fetch: Send; readonly profile: ConnectionProfile }): VendorClient {
  const client = createClient<paths>({ baseUrl: io.profile.baseUrl, fetch: io.fetch, headers });
  client.use(operationTag(operations));
  return client;
}

/** The body of a successful answer, validated against `openapi/klaviyo.yaml`; throws what core's reader throws. */
export const unwrap = createAnswerReader(answerValidator(openapi), operations);
