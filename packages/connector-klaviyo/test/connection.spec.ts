import { afterEach, describe, expect, it } from '@jest/globals';
import { AuthError, MissingScopeError } from '@privacy-connectors/core/errors';
import { validateSync } from 'class-validator';
import { connector } from '../src/index.js';
import { manifest, profileOf } from '../src/manifest/manifest.js';
import { Settings } from '../src/generated/settings.js';
import { startSite, type Site } from './support/site.js';

const readable = ['accounts:read', 'profiles:read', 'lists:read', 'segments:read', 'events:read'];
let site: Site;

describe('the test of a connection', () => {
  afterEach(() => site.simulator.close());

  it('tells the account, not the scopes, and asks for nobody', async () => {
    site = await startSite({ scopes: readable });
    expect(await check()).toEqual({ grantedScopes: 'unknown', account: 'SiM123' });
    const operations = site.simulator.calls.all.map(({ operationId, status }) => `${operationId} ${status}`);
    expect(operations).toEqual([
      'getAccounts 200',
      'getProfile 404',
      'listsOfProfile 404',
      'segmentsOfProfile 404',
      'findEvents 200',
    ]);
  });

  it.each(readable.slice(1))('names the scope %s when the key lacks it', async (scope) => {
    site = await startSite({ scopes: readable.filter((other) => other !== scope) });
    await expect(check()).rejects.toBeInstanceOf(MissingScopeError);
    await expect(check()).rejects.toMatchObject({ scopes: [scope] });
  });

  it('needs no scope for the name of the account', async () => {
    site = await startSite({ scopes: readable.slice(1) });
    expect(await check()).toEqual({ grantedScopes: 'unknown' });
  });

  it('ends with a key that was revoked', async () => {
    site = await startSite();
    site.simulator.keys.revoke(site.simulator.privateKey);
    await expect(check()).rejects.toBeInstanceOf(AuthError);
  });
});

describe('the settings of a Klaviyo connection', () => {
  it('have valid defaults, those of the manifest', () => {
    const defaults = Object.entries(manifest.settings).map(([name, { default: value }]) => [name, value]);
    expect(Object.entries(new Settings())).toEqual(defaults);
    expect(problems({})).toBe('');
  });

  it.each([
    { baseUrl: 'http://127.0.0.1:4010', suppressAfterDeletion: true },
    { verifyEverySeconds: 1, verifyForSeconds: 1 },
    { verifyEverySeconds: 86_400, verifyForSeconds: 31_536_000 },
  ])('may be %j', (values) => {
    expect(problems(values)).toBe('');
  });

  it.each([
    [{ baseUrl: 'https://a.klaviyo.com/' }, 'baseUrl must be'],
    [{ baseUrl: 'https://user:secret@a.klaviyo.com' }, 'baseUrl must be'],
    [{ baseUrl: 'a.klaviyo.com' }, 'baseUrl must be'],
    [{ baseUrl: 5 }, 'baseUrl must be'],
    [{ suppressAfterDeletion: 'yes' }, 'suppressAfterDeletion must be a boolean'],
    [{ verifyEverySeconds: 0 }, 'verifyEverySeconds must not be less than 1'],
    [{ verifyEverySeconds: '5' }, 'verifyEverySeconds must not be'],
    [{ verifyEverySeconds: Number.NaN }, 'verifyEverySeconds must not be'],
    [{ verifyEverySeconds: 86_401 }, 'verifyEverySeconds must not be greater than 86400'],
    [{ verifyForSeconds: 31_536_001 }, 'verifyForSeconds must not be greater'],
  ])('must not be %j', (values, problem) => {
    expect(problems(values)).toContain(problem);
  });

  it('amount to a profile', () => {
    expect(profileOf(settings({ baseUrl: 'http://127.0.0.1:4010', verifyEverySeconds: 1 }))).toEqual({
      baseUrl: 'http://127.0.0.1:4010',
      rateLimits: manifest.rateLimits,
      verification: { everySeconds: 1, forSeconds: 1_209_600 },
    });
  });
});

function check() {
  return connector.implementation.check(site.context, { accessToken: site.simulator.privateKey });
}

function settings(values: object): Settings {
  return Object.assign(new Settings(), values);
}

function problems(values: object): string {
  return validateSync(settings(values))
    .flatMap(({ constraints = {} }) => Object.values(constraints))
    .join('\n');
}
