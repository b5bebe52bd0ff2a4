import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { VaultError } from '../errors/runner-error.js';

/*
 * AES-256-GCM. Sealed bytes: format version (1 byte), random nonce (12), authentication tag (16), ciphertext.
 */
const formatVersion = 1;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes + tagBytes;

/** Length in bytes of every data key and master key. */
export const keyBytes = 32;

/** Encrypts `plain` so that it can only be opened with the same key and the same `associated` text. */
export function encrypt(key: Buffer, associated: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associatedBytes(associated));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(formatVersion), nonce, cipher.getAuthTag(), ciphertext]);
}

/** @throws VaultError when a byte was changed, or key or `associated` is not what the value was sealed with. */
export function decrypt(key: Buffer, associated: string, sealed: Uint8Array): Buffer {
  if (sealed.length < headBytes || sealed[0] !== formatVersion) throw new VaultError(unreadable);
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    .setAAD(associatedBytes(associated))
    .setAuthTag(sealed.subarray(1 + nonceBytes, headBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()]);
  } catch {
    throw new VaultError(unreadable);
  }
}

const unreadable =
  'A stored value cannot be decrypted: it was changed or moved, or it belongs to another key. Restore the database from a backup that fits the master key.';

/** The version is bound too: a value cannot be passed off as one of a later format. */
function associatedBytes(associated: string): Buffer {
  return Buffer.from(JSON.stringify([formatVersion, associated]), 'utf8');
}
