import type { Route } from '@privacy-connectors/conformance/simulator';
import { document } from './answers.js';
import type { Context } from './context.js';
import { guarded } from './guarded.js';

/** Klaviyo's key of the simulated account. */
const ACCOUNT_ID = 'SiM123';

/** `GET /accounts`. */
export function accountRoutes(context: Context): readonly Route[] {
  return [
    guarded(context, {
      operationId: 'getAccounts',
      method: 'GET',
      template: '/api/accounts',
      scopes: ['accounts:read'],
      rateClass: 'XS',
      handle: () => document(200, { data: [account()], links: { self: '/api/accounts' } }),
    }),
  ];
}

function account(): unknown {
  const attributes = { test_account: true, timezone: 'Europe/Stockholm', locale: 'en-US' };
  return { type: 'account', id: ACCOUNT_ID, attributes };
}
