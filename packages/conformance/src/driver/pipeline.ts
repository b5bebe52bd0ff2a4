import { Sensitive, type ConnectionProfile } from '@privacy-connectors/core';
import { AuthError } from '@privacy-connectors/core/errors';
import { createPipeline, type Send, type TokenSource } from '@privacy-connectors/core/http';
import { RetryQuota } from '@privacy-connectors/core/retry';
import { pacedBudgets } from './paced-budgets.js';
import type { Connection } from './site.js';

/** The pipeline the runner would compose for this connection, on the connection's clock. */
export function connectionPipeline(
  { connector, vendor, clock, tokens, budgetOf }: Connection,
  profile: ConnectionProfile,
  transport: Send,
  observe: (observation: unknown) => void,
): Send {
  return createPipeline({
    origins: [new URL(profile.baseUrl).origin],
    tokens: tokens ?? staticToken(vendor.accessToken),
    budgetOf: budgetOf ?? pacedBudgets(clock, profile.rateLimits),
    quota: new RetryQuota(),
    auth: connector.manifest.auth,
    observe,
    record: observe,
    transport,
    clock,
    random: () => 0.5,
  });
}

function staticToken(token: string): TokenSource {
  const sensitive = new Sensitive(token);
  return {
    current: () => Promise.resolve(sensitive),
    renew: () =>
      Promise.reject(new AuthError('The vendor rejects the token. Authorise the connection again.')),
  };
}
