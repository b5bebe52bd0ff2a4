import { hkdfSync } from 'node:crypto';
import { keyBytes } from './authenticated-encryption.js';

/** A key for one purpose: knowing it tells nothing about the source or about the keys for other purposes (HKDF-SHA-256). */
export function deriveKey(source: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', source, Buffer.alloc(0), `privacy-connectors/${purpose}`, keyBytes));
}

/** One key of two parts: neither tells anything about it without the other (HKDF-SHA-256 with the second as salt). */
export function joinKey(first: Buffer, second: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', first, second, 'privacy-connectors/split-key', keyBytes));
}
