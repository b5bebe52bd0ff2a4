import { Sensitive } from '@privacy-connectors/core';
import { AuthError } from '@privacy-connectors/core/errors';
import { createPipeline } from '@privacy-connectors/core/http';
import { connectionBudgets, type BudgetOf } from '@privacy-connectors/core/rate-limit';
import { RetryQuota } from '@privacy-connectors/core/retry';
import { connect } from '../../src/generated/client.js';
import type { IntercomContext } from '../../src/client/context.js';
import { manifest } from '../../src/manifest/manifest.js';
import { IntercomSettings } from '../../src/settings/intercom-settings.js';
import { profileOf } from '../../src/settings/profile.js';
import {
  startIntercomSimulator,
  type IntercomSimulator,
  type IntercomSimulatorOptions,
} from '../../src/simulator/index.js';

/** The subject of every test, unless the options name others. */
export const EMAIL = 'grace.hopper@example.com';

/** When every test begins. */
export const START = Date.UTC(2026, 0, 15, 12);

/** A connector at a simulated vendor. */
export interface Connection {
  readonly simulator: IntercomSimulator;
  readonly context: IntercomContext;
  /** How often the credentials were asked to be renewed. */
  readonly renewals: () => number;
  /** Moves the vendor's and the connector's clock. */
  readonly pass: (milliseconds: number) => void;
}

interface ConnectionOptions extends Omit<IntercomSimulatorOptions, 'now'> {
  readonly settings?: Partial<IntercomSettings>;
}

/** Runs the work on core's real pipeline over real HTTP, without pauses between attempts, and takes the vendor down again. */
export async function withConnection<Result>(
  { settings: given, ...options }: ConnectionOptions,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  let now = START;
  let renewals = 0;
  const simulator = await startIntercomSimulator({ ...options, now: () => now });
  const settings = Object.assign(new IntercomSettings(), { baseUrl: simulator.baseUrl, ...given });
  const profile = profileOf(settings);
  const fetch = createPipeline({
    origins: [simulator.baseUrl],
    tokens: {
      current: () => Promise.resolve(new Sensitive(simulator.staticToken)),
      renew: () => {
        renewals += 1;
        return Promise.reject(new AuthError('There is no other token.'));
      },
    },
    budgetOf: budgets(profile.rateLimits),
    quota: new RetryQuota(),
    auth: manifest.auth,
    limits: { backoffBaseMs: 0, backoffCapMs: 0 },
  });
  const context: IntercomContext = {
    client: connect({ fetch, profile }),
    settings,
    signal: new AbortController().signal,
    now: () => new Date(now),
    grantedScopes: 'unknown',
  };
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  try {
    return await work({ simulator, context, renewals: () => renewals, pass });
  } finally {
    await simulator.close();
  }
}

/** Tests of the connector are not about its pace. */
function budgets(limits: Parameters<typeof connectionBudgets>[0]): BudgetOf {
  const unlimited = {
    acquire: () => Promise.resolve(),
    throttled: () => undefined,
    succeeded: () => undefined,
  };
  return connectionBudgets(limits, () => unlimited);
}
