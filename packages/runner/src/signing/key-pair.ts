import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';

/** Ed25519 under the name of RFC 8037, which every library knows; RFC 9864's new name for it is known to few. */
export const algorithm = 'EdDSA';

/** A new pair; `d` is the private part, in base64url. */
export interface KeyPair {
  readonly kid: string;
  readonly x: string;
  readonly d: string;
}

export async function makeKeyPair(): Promise<KeyPair> {
  const { privateKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true });
  const { x, d } = await exportJWK(privateKey);
  if (x === undefined || d === undefined) throw new Error('A private Ed25519 key has two parts.');
  return { kid: await calculateJwkThumbprint(publicPart(x)), x, d };
}

/** The members of an Ed25519 public key that its thumbprint covers. */
export function publicPart(x: string): { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string } {
  return { kty: 'OKP', crv: 'Ed25519', x };
}
