import { calculatePKCECodeChallenge, generateRandomCodeVerifier } from 'oauth4webapi';

/** A PKCE pair (RFC 7636): the challenge goes into the authorisation URL, the verifier into the token call. @public */
export interface PkcePair {
  readonly verifier: string;
  readonly challenge: string;
}

/** Makes a fresh pair for a vendor with PKCE; the challenge is S256. @public */
export async function newPkcePair(): Promise<PkcePair> {
  const verifier = generateRandomCodeVerifier();
  return { verifier, challenge: await calculatePKCECodeChallenge(verifier) };
}
