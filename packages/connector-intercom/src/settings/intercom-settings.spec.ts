import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { manifest } from '../manifest/manifest.js';
import { IntercomSettings } from './intercom-settings.js';
import { profileOf } from './profile.js';

function settings(values: object): IntercomSettings {
  return Object.assign(new IntercomSettings(), values);
}

function problems(values: object): string {
  return validateSync(settings(values))
    .flatMap(({ constraints = {} }) => Object.values(constraints))
    .join('\n');
}

describe('the settings of an Intercom connection', () => {
  it('have valid defaults, those of the manifest', () => {
    const defaults = Object.fromEntries(
      Object.entries(manifest.settings).map(([name, { default: value }]) => [name, value]),
    );
    expect(Object.fromEntries(Object.entries(settings({})))).toEqual(defaults);
    expect(problems({})).toBe('');
  });

  it.each([
    { region: 'eu', includeNotes: false, retainMetrics: false },
    { baseUrl: 'http://127.0.0.1:8080' },
    { baseUrl: 'http://localhost' },
    { vendorRequestsPerMinute: 60, verifyEverySeconds: 1, verifyForSeconds: 31_536_000 },
  ])('may be %j', (values) => {
    expect(problems(values)).toBe('');
  });

  it.each([
    [{ region: 'US' }, 'region must be one of us, eu, au'],
    [{ region: 'ap' }, 'region must be one of us, eu, au'],
    [{ includeNotes: 'no' }, 'includeNotes must be a boolean'],
    [{ retainMetrics: 0 }, 'retainMetrics must be a boolean'],
    [{ baseUrl: 'https://api.intercom.io' }, 'baseUrl must be a loopback address'],
    [{ baseUrl: 'http://127.0.0.1.evil.example' }, 'baseUrl must be a loopback address'],
    [{ baseUrl: 'http://127.0.0.1@evil.example' }, 'baseUrl must be a loopback address'],
    [{ baseUrl: 'http://127.0.0.1:8080/path' }, 'baseUrl must be a loopback address'],
    [{ vendorRequestsPerMinute: 5 }, 'vendorRequestsPerMinute must not be less than 60'],
    [{ vendorRequestsPerMinute: '60' }, 'vendorRequestsPerMinute must be a number'],
    [{ verifyEverySeconds: 0 }, 'verifyEverySeconds must not be less than 1'],
    [{ verifyForSeconds: Number.NaN }, 'verifyForSeconds must be a number'],
  ])('must not be %j', (values, problem) => {
    expect(problems(values)).toContain(problem);
  });

  it.each([
    ['us', 'https://api.intercom.io'],
    ['eu', 'https://api.eu.intercom.io'],
    ['au', 'https://api.au.intercom.io'],
  ])('lead to the host of region %s', (region, baseUrl) => {
    const profile = profileOf(settings({ region, vendorRequestsPerMinute: 10_000 }));
    expect(profile).toMatchObject({
      baseUrl,
      oauth: { authorizationUrl: 'https://app.intercom.io/oauth', tokenUrl: `${baseUrl}/auth/eagle/token` },
      rateLimits: { api: { limits: [{ requests: 1666, seconds: 10 }], per: 'connection' } },
      verification: { everySeconds: 60, forSeconds: 86_400 },
    });
    expect(manifest.hosts).toContain(new URL(baseUrl).host);
  });

  it('lead wholly to a simulator, where one is named', () => {
    const baseUrl = 'http://127.0.0.1:8080';
    expect(profileOf(settings({ baseUrl, region: 'eu' }))).toMatchObject({
      baseUrl,
      oauth: { authorizationUrl: `${baseUrl}/oauth`, tokenUrl: `${baseUrl}/auth/eagle/token` },
    });
  });
});
