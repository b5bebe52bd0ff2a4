import type { ConnectionProfile, Json, StepContext } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import { operationTag, type Send } from '@privacy-connectors/core/http';
import { manifest } from './manifest.js';
import type { KiteSettings } from './settings.js';

/** A customer as the shop tells it. */
export type Customer = { readonly id: string; readonly email: string } & { readonly [field: string]: Json };

/** The two calls of this connector. */
export interface KiteClient {
  find(email: string, signal: AbortSignal): Promise<readonly Customer[]>;
  get(id: string, signal: AbortSignal): Promise<Customer>;
}

/** What the steps of this connector work with. */
export type KiteContext = StepContext<KiteClient, KiteSettings>;

/** A client all of whose calls go through `fetch` and say which declared operation they are. */
export function connectKites({ fetch, profile }: { fetch: Send; profile: ConnectionProfile }): KiteClient {
  const tag = operationTag(manifest.operations);
  const call = async (schemaPath: string, path: string, signal: AbortSignal): Promise<unknown> => {
    const request = new Request(`${profile.baseUrl}${path}`, { signal });
    tag.onRequest({ request, schemaPath });
    const response = await fetch(request);
    if (!response.ok) throw new VendorContractError('The shop gives no customer.');
    return response.json();
  };
  return {
    find: async (email, signal) =>
      (await call('/customers', `/customers?email=${encodeURIComponent(email)}`, signal)) as Customer[],
    get: async (id, signal) =>
      (await call('/customers/{id}', `/customers/${encodeURIComponent(id)}`, signal)) as Customer,
  };
}
