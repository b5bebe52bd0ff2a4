import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EgressGuard } from './egress-guard.js';
import { isPublicAddress } from './public-address.js';

const notPublic = [
  '169.254.169.254',
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::a00:1',
  'fd00::1',
  'fc00::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '2001:db8::1',
  '2001::1',
  '2002:a00:1::1',
];
const isPublic = ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::1'];

const answering = (...addresses: readonly string[]) => {
  const found: readonly LookupAddress[] = addresses.map((address) => ({ address, family: isIP(address) }));
  return () => Promise.resolve(found);
};
const urlOf = (address: string) => new URL(`https://${isIP(address) === 6 ? `[${address}]` : address}/hook`);

describe('an address', () => {
  it.each(notPublic)('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(isPublic)('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it('that stands for an IPv4 address within an IPv6 one is never public', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
      }),
    );
  });

  it('is nothing else', () => {
    for (const text of ['', 'localhost', '10.0.0', '8.8.8.8/24', '[::1]'])
      expect(isPublicAddress(text)).toBe(false);
  });
});

describe('the egress guard', () => {
  it.each(notPublic)('refuses %s, also as what a name stands for', async (address) => {
    const refusal = { problem: 'private_address' };
    await expect(new EgressGuard([]).admit(urlOf(address))).rejects.toMatchObject(refusal);
    const named = new EgressGuard([], answering('8.8.8.8', address));
    await expect(named.admit(new URL('https://hook.example/'))).rejects.toMatchObject(refusal);
  });

  it.each(['https://2130706433/', 'https://0x7f.1/', 'https://127.1/', 'https://[::ffff:7f00:1]/'])(
    'refuses %s, another way to write this machine',
    async (url) => {
      await expect(new EgressGuard([]).admit(new URL(url))).rejects.toMatchObject({
        problem: 'private_address',
      });
    },
  );

  it('refuses a name of this machine, as the system knows it', async () => {
    await expect(new EgressGuard([]).admit(new URL('https://localhost/'))).rejects.toMatchObject({
      problem: 'private_address',
    });
  });

  it('refuses a name that has no address', async () => {
    const nowhere = new EgressGuard([], () => Promise.reject(new Error('ENOTFOUND')));
    await expect(nowhere.admit(new URL('https://hook.example/'))).rejects.toMatchObject({
      problem: 'unknown_host',
    });
  });

  it('lets an allowed host be where it is', async () => {
    const guard = new EgressGuard(['hook.internal'], answering('10.0.0.7'));
    await expect(guard.admit(new URL('https://hook.internal/'))).resolves.toBeDefined();
    await expect(guard.admit(new URL('https://other.internal/'))).rejects.toMatchObject({
      problem: 'private_address',
    });
  });

  it('takes plain http to this machine only, and only when it is allowed', async () => {
    const insecure = { problem: 'insecure_url' };
    await expect(new EgressGuard(['127.0.0.1']).admit(new URL('http://127.0.0.1/'))).resolves.toBeDefined();
    await expect(new EgressGuard([]).admit(new URL('http://127.0.0.1/'))).rejects.toMatchObject(insecure);
    const elsewhere = new EgressGuard(['hook.internal'], answering('127.0.0.1', '10.0.0.7'));
    await expect(elsewhere.admit(new URL('http://hook.internal/'))).rejects.toMatchObject(insecure);
    const outside = new EgressGuard([], answering('8.8.8.8'));
    await expect(outside.admit(new URL('http://hook.example/'))).rejects.toMatchObject(insecure);
  });

  it('connects to the addresses it looked at, whatever the name stands for a moment later', async () => {
    const answers = [['8.8.8.8'], ['10.0.0.1']];
    const guard = new EgressGuard([], () => answering(...(answers.shift() ?? []))());
    const lookup = await guard.admit(new URL('https://hook.example/'));
    const seen: unknown[] = [];
    lookup('hook.example', { all: true }, (...found) => seen.push(found));
    lookup('hook.example', {}, (...found) => seen.push(found));
    expect(seen).toEqual([
      [null, [{ address: '8.8.8.8', family: 4 }]],
      [null, '8.8.8.8', 4],
    ]);
  });
});
