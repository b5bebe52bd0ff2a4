import { compactVerify, decodeProtectedHeader, errors } from 'jose';
import { EvidenceError } from '../errors/runner-error.js';
import type { PublicKeySet, PublicSigningKey } from './json-web-key-set.js';
import { algorithm, publicPart } from './key-pair.js';

/** What was signed, and by which key. */
export interface Verified {
  readonly payload: Uint8Array;
  readonly key: PublicSigningKey;
}

/**
 * Checks a compact JWS, byte by byte: text that differs from what was signed is refused even where a lenient reader would
 * decode it to the same bytes. A line break at its end, as in a file, is allowed.
 * @param type The `typ` that the header must have.
 * @throws EvidenceError that says what is wrong.
 */
export async function verifySignature(text: string, keys: PublicKeySet, type: string): Promise<Verified> {
  const jws = text.replace(/\r?\n$/, '');
  refuseOtherEncodings(jws);
  const header = headerOf(jws);
  if (header.typ !== type) throw new EvidenceError(`This is signed as something else than ${type}.`);
  const key = keyOf(header.kid, keys);
  try {
    const { payload } = await compactVerify(jws, publicPart(key.x), { algorithms: [algorithm] });
    return { payload, key };
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new EvidenceError(changed);
    throw error;
  }
}

const malformed =
  'This is no signed text: it has to be three parts in base64url with dots between them, and nothing else.';
const changed = 'The signature does not hold: the text was changed after it was signed.';

/** The last character of a part has bits that decoding drops; they must be as the encoder left them. */
function refuseOtherEncodings(jws: string): void {
  const parts = jws.split('.');
  const isCanonical = (part: string) => Buffer.from(part, 'base64url').toString('base64url') === part;
  if (parts.length === 3 && parts.every((part) => part !== '' && isCanonical(part))) return;
  throw new EvidenceError(malformed);
}

function headerOf(jws: string): { readonly kid?: string; readonly typ?: string } {
  try {
    return decodeProtectedHeader(jws);
  } catch {
    throw new EvidenceError(malformed);
  }
}

function keyOf(kid: string | undefined, { keys }: PublicKeySet): PublicSigningKey {
  const [key, twin] = keys.filter((each) => each.kid === kid);
  if (key === undefined)
    throw new EvidenceError(
      'It is signed by a key that the key set does not hold: the set is of another installation, or older than the key.',
    );
  if (twin !== undefined) throw new EvidenceError('The key set holds two keys of the same id.');
  return key;
}
