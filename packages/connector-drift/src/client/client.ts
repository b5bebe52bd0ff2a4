import createClient, { type Client } from 'openapi-fetch';
import type { ConnectionProfile } from '@privacy-connectors/core';
import { operationTag, type Send } from '@privacy-connectors/core/http';
import type { paths } from '../generated/schema.js';
import { manifest } from '../manifest/manifest.js';

/** Drift's API, typed by `openapi/drift.yaml`. */
export type DriftClient = Client<paths>;

/** A client all of whose calls go through `fetch` and say which declared operation they are. */
export function connectDrift({ fetch, profile }: { fetch: Send; profile: ConnectionProfile }): DriftClient {
  const client = createClient<paths>({ baseUrl: profile.baseUrl, fetch });
  client.use(operationTag(manifest.operations));
  return client;
}
