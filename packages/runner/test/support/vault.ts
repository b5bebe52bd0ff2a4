import { Sensitive } from '@privacy-connectors/core';
import { MasterKeyWrapper } from '../../src/vault/master-key-wrapper.js';

/** A wrapper whose master key consists of one repeated byte. */
export function masterKeyOf(byte: number): MasterKeyWrapper {
  return new MasterKeyWrapper(new Sensitive(Buffer.alloc(32, byte)));
}
