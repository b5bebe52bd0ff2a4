import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '../errors/index.js';
import { allowedOrigins, isAllowed, isLoopback } from './origins.js';

describe('allowedOrigins', () => {
  it('takes https, and http on this machine', () => {
    const safe = ['https://vendor.example', 'https://vendor.example:8443', 'http://127.0.0.1:8080'];
    expect([...allowedOrigins(safe)]).toEqual(safe);
  });

  it.each([
    'http://vendor.example',
    'http://127.example',
    'https://vendor.example/path',
    'https://vendor.example:443',
    'https://VENDOR.example',
    'ftp://localhost',
    'vendor',
    '',
  ])('refuses "%s", also among good ones, with the way out', (origin) => {
    expect(() => allowedOrigins(['https://vendor.example', origin])).toThrow(ConfigError);
    expect(() => allowedOrigins([origin])).toThrow(/must be an exact `https:\/\/host`/);
  });
});

describe('isLoopback', () => {
  it.each(['localhost', '[::1]', '127.0.0.1', '127.255.0.254'])('takes %s for this machine', (hostname) => {
    expect(isLoopback(hostname)).toBe(true);
  });

  it.each([
    '127.0.0.1.example',
    'a127.0.0.1',
    '127.0.1',
    '127.a.b.c',
    'localhost.example',
    '[::2]',
    '10.0.0.1',
  ])('takes %s for another', (hostname) => {
    expect(isLoopback(hostname)).toBe(false);
  });
});

describe('isAllowed', () => {
  const origins = allowedOrigins(['https://vendor.example']);

  it.each([
    ['https://vendor.example/path?query', true],
    ['https://vendor.example:444/', false],
    ['https://other.example/', false],
    ['https://user:password@vendor.example/', false],
    ['https://user@vendor.example/', false],
    ['https://:password@vendor.example/', false],
  ])('of %s is %s', (url, allowed) => {
    expect(isAllowed(url, origins)).toBe(allowed);
  });
});
