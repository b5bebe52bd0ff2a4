import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { manifest } from '../manifest/manifest.js';
import { DriftSettings } from './drift-settings.js';
import { profileOf } from './profile.js';

function settings(values: object): DriftSettings {
  return Object.assign(new DriftSettings(), values);
}

function problems(values: object): string {
  return validateSync(settings(values))
    .flatMap(({ constraints = {} }) => Object.values(constraints))
    .join('\n');
}

describe('the settings of a Drift connection', () => {
  it('have valid defaults, those of the manifest', () => {
    const defaults = Object.fromEntries(
      Object.entries(manifest.settings).map(([name, { default: value }]) => [name, value]),
    );
    expect(Object.fromEntries(Object.entries(settings({})))).toEqual(defaults);
    expect(problems({})).toBe('');
  });

  it.each([
    { baseUrl: 'https://driftapi.com/' },
    { baseUrl: 'http://127.0.0.1:4010' },
    { baseUrl: 'http://[::1]:4010/drift' },
    { authorizationUrl: 'http://localhost:4010/authorize' },
    { vendorRequestsPerSecond: 0.1, vendorBurst: 1, verifyEverySeconds: 1, verifyForSeconds: 1 },
    { vendorRequestsPerSecond: 2.5, verifyEverySeconds: 1.5 },
    { vendorRequestsPerSecond: 10_000, vendorBurst: 10_000 },
    { verifyEverySeconds: 86_400, verifyForSeconds: 31_536_000 },
  ])('may be %j', (values) => {
    expect(problems(values)).toBe('');
  });

  it.each([
    [{ baseUrl: 'http://driftapi.com' }, 'baseUrl must use https'],
    [{ baseUrl: 'https://driftapi.com.evil.example' }, 'baseUrl must be at driftapi.com'],
    [{ baseUrl: 'https://driftapi.com:8443' }, 'baseUrl must be at driftapi.com'],
    [{ baseUrl: 'http://127.0.0.1.evil.example' }, 'baseUrl must be at driftapi.com'],
    [{ baseUrl: 'https://user:secret@driftapi.com' }, 'baseUrl must not hold a user name'],
    [{ baseUrl: 'https://driftapi.com?a=b' }, 'baseUrl must end after the path'],
    [{ baseUrl: 'ftp://127.0.0.1' }, 'baseUrl must use https'],
    [{ baseUrl: 'driftapi.com' }, 'baseUrl must be a URL'],
    [{ baseUrl: 5 }, 'baseUrl must be a URL'],
    [{ authorizationUrl: 'https://driftapi.com/authorize' }, 'authorizationUrl must be at dev.drift.com'],
    [{ vendorRequestsPerSecond: 0.05 }, 'vendorRequestsPerSecond must not be less than 0.1'],
    [{ vendorRequestsPerSecond: 10_001 }, 'vendorRequestsPerSecond must not be greater than 10000'],
    [{ vendorRequestsPerSecond: '5' }, 'vendorRequestsPerSecond must be a number'],
    [{ vendorBurst: 1.5 }, 'vendorBurst must be an integer'],
    [{ vendorBurst: 0 }, 'vendorBurst must not be less than 1'],
    [{ vendorBurst: 1e9 }, 'vendorBurst must not be greater than 10000'],
    [{ verifyEverySeconds: 0.9 }, 'verifyEverySeconds must not be less than 1'],
    [{ verifyEverySeconds: 86_401 }, 'verifyEverySeconds must not be greater than 86400'],
    [{ verifyForSeconds: 0 }, 'verifyForSeconds must not be less than 1'],
    [{ verifyForSeconds: 1e12 }, 'verifyForSeconds must not be greater than 31536000'],
    [{ verifyForSeconds: Number.NaN }, 'verifyForSeconds must be a number'],
  ])('must not be %j', (values, problem) => {
    expect(problems(values)).toContain(problem);
  });

  it('amount to a profile without trailing slashes', () => {
    expect(
      profileOf(settings({ baseUrl: 'http://127.0.0.1:4010//', verifyEverySeconds: 1, vendorBurst: 3 })),
    ).toEqual({
      baseUrl: 'http://127.0.0.1:4010',
      oauth: {
        authorizationUrl: 'https://dev.drift.com/authorize',
        tokenUrl: 'http://127.0.0.1:4010/oauth2/token',
      },
      rateLimits: { all: { limits: [{ requestsPerSecond: 5, burst: 3 }], per: 'connection' } },
      verification: { everySeconds: 1, forSeconds: 1_209_600 },
    });
  });
});
