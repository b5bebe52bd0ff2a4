import { describe, expect, it } from '@jest/globals';
import type { ConnectionProfile, Connector } from '@privacy-connectors/core';
import fc from 'fast-check';
import { type Actor, host, keyHolder } from '../access/actor.js';
import { InputError } from '../errors/runner-error.js';
import { DeclaredHosts } from './declared-hosts.js';

const connector = {
  manifest: {
    title: 'Vendor',
    hosts: ['api.vendor.example'],
    auth: { kind: 'oauth2', authorizationUrl: 'https://login.vendor.example/authorize' },
  },
} as unknown as Connector;
const caller = keyHolder('0123456789abcdef', 'admin');

function isAllowed(actor: Actor, allowed: readonly string[], urls: Partial<ConnectionProfile>): boolean {
  const profile = { baseUrl: 'https://api.vendor.example', ...urls } as ConnectionProfile;
  try {
    new DeclaredHosts(allowed).assert(connector, profile, actor);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return false;
  }
}

const loopback = ['http://127.0.0.1:4010', 'http://localhost', 'http://[::1]:80', 'https://127.9.9.9/api'];

describe('where a connection may lead', () => {
  it.each([host, caller])('is where its connector declares, for %j', (actor) => {
    expect(isAllowed(actor, [], {})).toBe(true);
    expect(isAllowed(actor, [], { baseUrl: 'https://login.vendor.example/api' })).toBe(true);
  });

  it.each([
    'https://evil.example',
    'https://api.vendor.example.evil.example',
    'https://evil.example/api.vendor.example',
    'https://api.vendor.example@evil.example',
    'http://api.vendor.example',
    'https://10.0.0.1',
    'http://169.254.169.254/latest/meta-data',
    'https://0.0.0.0',
    'https://[::ffff:127.0.0.1]',
    'https://localhost.evil.example',
    'ftp://api.vendor.example',
  ])('is not %s', (baseUrl) => {
    expect(isAllowed(host, [], { baseUrl })).toBe(false);
    expect(isAllowed(caller, [], { baseUrl })).toBe(false);
  });

  it.each([...loopback, 'http://2130706433', 'http://0x7f.1'])(
    'is %s for the person at the host, not for a caller of the service',
    (baseUrl) => {
      expect(isAllowed(host, [], { baseUrl })).toBe(true);
      expect(isAllowed(caller, [], { baseUrl })).toBe(false);
    },
  );

  it.each(['tokenUrl', 'authorizationUrl'])('holds for the %s of OAuth as well', (name) => {
    const at = (url: string) => ({
      oauth: {
        tokenUrl: 'https://api.vendor.example',
        authorizationUrl: 'https://api.vendor.example',
        [name]: url,
      },
    });
    expect(isAllowed(caller, [], at('https://login.vendor.example'))).toBe(true);
    expect(isAllowed(caller, [], at('https://evil.example'))).toBe(false);
    expect(isAllowed(caller, [], at('http://127.0.0.1:4010'))).toBe(false);
  });

  it('is also where the configuration allows: this machine by http, others by https', () => {
    const allowed = ['sandbox.example', '127.0.0.1'];
    expect(isAllowed(caller, allowed, { baseUrl: 'https://sandbox.example' })).toBe(true);
    expect(isAllowed(host, allowed, { baseUrl: 'https://sandbox.example' })).toBe(true);
    expect(isAllowed(caller, allowed, { baseUrl: 'http://127.0.0.1:4010' })).toBe(true);
    expect(isAllowed(caller, allowed, { baseUrl: 'http://localhost:4010' })).toBe(false);
    expect(isAllowed(caller, allowed, { baseUrl: 'http://sandbox.example' })).toBe(false);
    expect(isAllowed(caller, allowed, { baseUrl: 'https://other.sandbox.example' })).toBe(false);
  });

  it('is nowhere else, whatever the host', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http', 'https'] }), (baseUrl) => {
        expect(isAllowed(caller, [], { baseUrl })).toBe(false);
      }),
    );
  });
});
