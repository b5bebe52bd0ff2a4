import { readCheckpoint } from '../audit/checkpoint.js';
import { EvidenceError } from '../errors/runner-error.js';
import type { PublicKeySet } from '../signing/json-web-key-set.js';
import type { AuditPlace } from './receipt.js';

/**
 * The checkpoint that a receipt names is of the log, and not of more of it than there was.
 * @throws EvidenceError otherwise.
 */
export async function assertCovered(place: AuditPlace | null, keys: PublicKeySet): Promise<void> {
  if (place === null || place.checkpoint === null) return;
  const { seq, hash } = await readCheckpoint(place.checkpoint, keys);
  const isSame = hash.toString('hex') === place.hash;
  if (seq > place.seq || (seq === place.seq && !isSame)) throw new EvidenceError(another);
}

const another = 'The checkpoint that it names is not of the audit log that it names.';
