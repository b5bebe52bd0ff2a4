import { Sensitive } from '@privacy-connectors/core';
import { AuthError } from '@privacy-connectors/core/errors';
import { createPipeline } from '@privacy-connectors/core/http';
import { RetryQuota } from '@privacy-connectors/core/retry';
import { connect } from '../../src/generated/client.js';
import type { DriftContext } from '../../src/client/context.js';
import { manifest } from '../../src/manifest/manifest.js';
import { DriftSettings } from '../../src/settings/drift-settings.js';
import { profileOf } from '../../src/settings/profile.js';

/** The time in every test; the vendor's own clock does not matter. */
export const NOW = Date.UTC(2026, 0, 15);

const unlimited = {
  acquire: () => Promise.resolve(),
  throttled: () => undefined,
  succeeded: () => undefined,
};

interface ContextOptions {
  readonly baseUrl: string;
  readonly token?: string;
  /** What a renewal gives; none by default, as with a token that was made by hand. */
  readonly nextToken?: string;
}

/** A step context on core's real pipeline, without pauses between attempts. */
export function contextFor(
  { baseUrl, token = 'test-token', nextToken }: ContextOptions,
  grantedScopes: DriftContext['grantedScopes'] = 'unknown',
): DriftContext {
  const settings = Object.assign(new DriftSettings(), { baseUrl });
  const fetch = createPipeline({
    origins: [new URL(baseUrl).origin],
    tokens: {
      current: () => Promise.resolve(new Sensitive(token)),
      renew: () =>
        nextToken === undefined
          ? Promise.reject(new AuthError('There is no other token.'))
          : Promise.resolve(new Sensitive(nextToken)),
    },
    budgetOf: () => unlimited,
    quota: new RetryQuota(),
    auth: manifest.auth,
    limits: { backoffBaseMs: 0, backoffCapMs: 0 },
  });
  const client = connect({ fetch, profile: profileOf(settings) });
  return { client, settings, signal: new AbortController().signal, now: () => new Date(NOW), grantedScopes };
}
