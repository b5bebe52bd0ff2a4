/** The payload of a compact JWS that is known to be sound. */
export function payloadOf(jws: string): Uint8Array {
  return Buffer.from(jws.split('.')[1] ?? '', 'base64url');
}
