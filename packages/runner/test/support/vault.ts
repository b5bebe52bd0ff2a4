import { Sensitive } from '@privacy-connectors/core';
import type { KeyWrapper } from '../../src/vault/key-wrapper.js';
import type { MasterKeySource } from '../../src/vault/master-key-source.js';
import { MasterKeyWrapper } from '../../src/vault/master-key-wrapper.js';

/** A master key that consists of one repeated byte, and perhaps one to take its place. */
export function masterKeyOf(byte: number, next?: number): MasterKeySource {
  const given = {
    current: wrapperOf(byte),
    ...(next === undefined ? {} : { next: wrapperOf(next) }),
  };
  return {
    load: () => Promise.resolve(given),
    makeNext: () => Promise.resolve(),
    retireCurrent: () => Promise.resolve('Nothing.'),
  };
}

export function wrapperOf(byte: number): KeyWrapper {
  return new MasterKeyWrapper(new Sensitive(Buffer.alloc(32, byte)));
}
