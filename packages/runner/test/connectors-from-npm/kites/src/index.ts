import { defineConnector, noCursor, objectCodec, sameEmail, type Connector } from '@privacy-connectors/core';
import { connectKites, type KiteContext } from './client.js';
import { manifest } from './manifest.js';
import { KiteSettings, profileOf } from './settings.js';

interface CustomerRef extends Record<string, string> {
  readonly id: string;
}

/** Kite Shop: access by e-mail. */
export const connector: Connector = defineConnector(manifest).implement({
  settings: KiteSettings,
  configure: profileOf,
  connect: connectKites,
  check: async ({ client, signal }: KiteContext) => {
    await client.find('nobody@example.com', signal);
    return { grantedScopes: 'unknown' };
  },
  subject: {
    resource: 'customers',
    cursor: noCursor,
    locate: async ({ client, signal }: KiteContext, { value }) => {
      const found = await client.find(value, signal);
      const same = found.filter(({ email }) => sameEmail(email, value));
      return { things: same.map(({ id }) => ({ resource: 'customers', ref: { id } })), next: null };
    },
  },
  resources: {
    customers: {
      ref: objectCodec<CustomerRef>('customer', { id: 'string' }),
      cursor: noCursor,
      read: async ({ client, signal }: KiteContext, { id }: CustomerRef) => {
        return { records: [{ id, data: await client.get(id, signal) }], next: null };
      },
    },
  },
});
