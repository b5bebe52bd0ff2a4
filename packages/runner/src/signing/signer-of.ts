import { decodeProtectedHeader } from 'jose';

/** The id of the key that a compact JWS names as its signer; nothing is verified. */
export function signerOf(jws: string): string {
  return decodeProtectedHeader(jws).kid ?? '';
}
