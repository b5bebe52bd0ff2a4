import { InputError } from '../errors/runner-error.js';

/**
 * A public key that signatures are checked with (RFC 8037). `iat` and `exp` (seconds since 1970) tell when it was made and
 * when it signed for the last time, as in the historical keys of OpenID Federation 1.0; the key in use has no `exp`.
 */
export interface PublicSigningKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  /** The 32 bytes of the key, in base64url. */
  readonly x: string;
  /** The key's thumbprint (RFC 7638, SHA-256). */
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'EdDSA';
  readonly iat: number;
  readonly exp?: number;
}

/** A JSON Web Key Set (RFC 7517): all keys that the installation ever signed with, the oldest first. */
export interface PublicKeySet {
  readonly keys: readonly PublicSigningKey[];
}

/** @throws InputError when the text is no JWK set of Ed25519 keys. Keys of other kinds in it are left out. */
export function parseKeySet(text: string): PublicKeySet {
  const keys = keysOf(parseJson(text)).filter(isSigningKey);
  if (keys.length > 0) return { keys };
  throw new InputError(
    'This is no JSON Web Key Set with Ed25519 keys. dsr receipt keys --out FILE writes one, and the service offers it at /v1/.well-known/jwks.json.',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function keysOf(value: unknown): readonly unknown[] {
  const keys = typeof value === 'object' && value !== null && 'keys' in value ? value.keys : undefined;
  return Array.isArray(keys) ? keys : [];
}

function isSigningKey(value: unknown): value is PublicSigningKey {
  if (typeof value !== 'object' || value === null) return false;
  const { kty, crv, x, kid } = value as Partial<Record<keyof PublicSigningKey, unknown>>;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof kid !== 'string') return false;
  return typeof x === 'string' && /^[\w-]{43}$/.test(x);
}
