import { keyBytes } from '../vault/authenticated-encryption.js';

/** A master key from its text, base64 or hex; undefined when it is anything but exactly 32 bytes. */
export function parseKey(text: string): Buffer | undefined {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return Buffer.from(trimmed, 'hex');
  const key = Buffer.from(trimmed, 'base64');
  // Buffer.from skips what is not base64.
  return key.length === keyBytes && key.toString('base64') === trimmed ? key : undefined;
}
