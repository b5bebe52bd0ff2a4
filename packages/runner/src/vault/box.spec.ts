import { randomBytes } from 'node:crypto';
import type { Json } from '@privacy-connectors/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VaultError } from '../errors/runner-error.js';
import { Box } from './box.js';
import type { KeyOwner } from './key-owner.js';

const key = randomBytes(32);
const owner: KeyOwner = { scope: 'request', id: 'r-1' };
const box = new Box(owner, key);

describe('Box', () => {
  it('opens what it sealed, for any bytes and any context', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (plain, context) => {
        expect(box.open(context, box.seal(context, plain))).toEqual(Buffer.from(plain));
      }),
    );
  });

  it('gives JSON back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        expect(box.openJson('value', box.sealJson('value', json))).toEqual(json);
      }),
    );
  });

  it('shows nothing of the value, and never seals the same way twice', () => {
    const plain = Buffer.from('canary@example.com');
    const [one, other] = [box.seal('email', plain), box.seal('email', plain)];
    expect(one.includes(plain)).toBe(false);
    expect(one.equals(other)).toBe(false);
  });

  it('notices a flipped bit at every position', () => {
    const sealed = box.seal('email', Buffer.from('canary@example.com'));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Buffer.from(sealed);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => box.open('email', flipped)).toThrow(VaultError);
    }
  });

  it('notices a value cut off anywhere', () => {
    const sealed = box.seal('email', Buffer.from('canary@example.com'));
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => box.open('email', sealed.subarray(0, length))).toThrow(VaultError);
    }
  });

  it('refuses a value that was moved to another context', () => {
    const sealed = box.seal('record/1', Buffer.from('hello'));
    expect(() => box.open('record/2', sealed)).toThrow(VaultError);
  });

  it.each<[string, Box]>([
    ['another id', new Box({ ...owner, id: 'r-2' }, key)],
    ['another scope', new Box({ ...owner, scope: 'connection' }, key)],
    ['another data key', new Box(owner, randomBytes(32))],
  ])('refuses a value that was sealed for %s', (_, stranger) => {
    expect(() => box.open('email', stranger.seal('email', Buffer.from('hello')))).toThrow(VaultError);
  });

  it('says nothing of the value in its error', () => {
    const sealed = box.seal('email', Buffer.from('canary'));
    expect(() => box.open('canary-context', sealed)).toThrow(/^(?!.*canary).*cannot be decrypted/);
  });

  it('makes equal digests of equal values under one data key only', () => {
    const twin = new Box({ scope: 'connection', id: 'c' }, key);
    const stranger = new Box(owner, randomBytes(32));
    expect(box.digest('a@example.com')).toEqual(twin.digest('a@example.com'));
    expect(box.digest('a@example.com')).not.toEqual(box.digest('b@example.com'));
    expect(box.digest('a@example.com')).not.toEqual(stranger.digest('a@example.com'));
    expect(box.digest('a@example.com')).toHaveLength(32);
  });
});
