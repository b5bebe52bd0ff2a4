import { Sensitive, type Identifier, type Subject } from '@privacy-connectors/core';
import { AuthError } from '@privacy-connectors/core/errors';
import { createPipeline } from '@privacy-connectors/core/http';
import { RetryQuota } from '@privacy-connectors/core/retry';
import type { KlaviyoContext } from '../../src/client/context.js';
import { connect } from '../../src/generated/client.js';
import { manifest, profileOf } from '../../src/manifest/manifest.js';
import { Settings } from '../../src/generated/settings.js';
import {
  startKlaviyoSimulator,
  type KlaviyoSimulator,
  type KlaviyoSimulatorOptions,
} from '../../src/simulator/index.js';

export const GRACE = {
  email: 'Grace.Hopper@example.com',
  phone: '+46701740605',
  externalId: 'customer-1906',
  profiles: 4,
};

export const EMAIL: Identifier = { kind: 'email', value: GRACE.email };

/** Grace, by everything she is known by. */
export const SUBJECT: Subject = {
  identifiers: [
    EMAIL,
    { kind: 'phone', value: GRACE.phone },
    { kind: 'external_id', value: GRACE.externalId },
  ],
};

/** A simulator and a step context that share a clock: it stands still unless somebody waits. */
export interface Site {
  readonly simulator: KlaviyoSimulator;
  readonly context: KlaviyoContext;
  /** Milliseconds. */
  wait(milliseconds: number): void;
  /** The same with other settings or another base URL. */
  contextWith(settings: Partial<Settings>): KlaviyoContext;
}

const unlimited = {
  acquire: () => Promise.resolve(),
  throttled: () => undefined,
  succeeded: () => undefined,
};

export async function startSite(options: KlaviyoSimulatorOptions = {}): Promise<Site> {
  let now = Date.UTC(2026, 0, 15);
  const wait = (milliseconds: number) => {
    now += milliseconds;
  };
  const clock = {
    now: () => now,
    sleep: (milliseconds: number) => {
      wait(milliseconds);
      return Promise.resolve();
    },
  };
  const simulator = await startKlaviyoSimulator({ subjects: [GRACE], now: clock.now, ...options });
  const contextWith = (given: Partial<Settings>): KlaviyoContext => {
    const settings = Object.assign(new Settings(), { baseUrl: simulator.baseUrl, ...given });
    const fetch = createPipeline({
      origins: [simulator.baseUrl],
      tokens: {
        current: () => Promise.resolve(new Sensitive(simulator.privateKey)),
        renew: () => Promise.reject(new AuthError('A key is not renewed.')),
      },
      budgetOf: () => unlimited,
      quota: new RetryQuota(),
      auth: manifest.auth,
      clock,
    });
    const client = connect({ fetch, profile: profileOf(settings) });
    const { signal } = new AbortController();
    return { client, settings, signal, now: () => new Date(now), grantedScopes: 'unknown' };
  };
  return { simulator, context: contextWith({}), wait, contextWith };
}
