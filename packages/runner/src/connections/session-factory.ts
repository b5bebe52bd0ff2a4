import type { ConnectionProfile, Connector } from '@privacy-connectors/core';
import { type CallObservation, createPipeline, type TokenSource } from '@privacy-connectors/core/http';
import type { BudgetOf } from '@privacy-connectors/core/rate-limit';
import { RetryQuota } from '@privacy-connectors/core/retry';
import type { Session } from './session.js';

/** What a session is made of. */
export interface SessionParts {
  readonly connectionId: string;
  readonly connector: Connector;
  readonly settings: object;
  readonly tokens: TokenSource;
  /** What its calls are paid from. */
  readonly budgets: (rateLimits: ConnectionProfile['rateLimits']) => BudgetOf;
  readonly grantedScopes: readonly string[] | 'unknown';
  /** Hears of every call to the vendor. */
  readonly observe?: (call: CallObservation) => void;
}

/** Composes the HTTP pipeline of one connection and hands it to the connector's client. */
export function createSession(parts: SessionParts): Session {
  const { connector, settings } = parts;
  const profile = connector.implementation.configure(settings);
  const client = connector.implementation.connect({ fetch: pipelineOf(parts, profile), profile });
  return {
    connectionId: parts.connectionId,
    connector,
    profile,
    context: (signal) => ({
      client,
      settings,
      signal,
      now: () => new Date(),
      grantedScopes: parts.grantedScopes,
    }),
  };
}

function pipelineOf({ connector, tokens, budgets, observe }: SessionParts, profile: ConnectionProfile) {
  return createPipeline({
    origins: [new URL(profile.baseUrl).origin],
    tokens,
    budgetOf: budgets(profile.rateLimits),
    quota: new RetryQuota(),
    auth: connector.manifest.auth,
    ...(observe === undefined ? {} : { observe }),
  });
}
