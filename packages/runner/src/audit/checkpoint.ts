import { canonicalJson } from './canonical-json.js';
import type { KnownEntry } from './chain-inspector.js';
import { EvidenceError } from '../errors/runner-error.js';
import type { PublicKeySet } from '../signing/json-web-key-set.js';
import { verifySignature } from '../signing/verify-signature.js';

/** `typ` of the JWS of a checkpoint. */
export const checkpointType = 'dsr-audit-checkpoint+jws';

/** What a checkpoint attests: at this time the log had so many entries, and the last of them had this hash. */
export interface Checkpoint extends KnownEntry {
  readonly at: Date;
}

/** The bytes that are signed: `{"at":"2026-11-22T10:00:00.000Z","entries":7,"hash":"<64 hexadecimal digits>","seq":7}`. */
export function checkpointPayload({ seq, hash, at }: Checkpoint): Uint8Array {
  const content = { seq, hash: hash.toString('hex'), entries: seq, at: at.toISOString() };
  return Buffer.from(canonicalJson(content), 'utf8');
}

/** Reads a checkpoint that was signed by one of the keys. @throws EvidenceError that says what is wrong. */
export async function readCheckpoint(jws: string, keys: PublicKeySet): Promise<Checkpoint> {
  const { payload } = await verifySignature(jws, keys, checkpointType);
  const { seq, hash, at } = parse(payload);
  if (typeof seq === 'number' && typeof hash === 'string' && typeof at === 'string') {
    return { seq, hash: Buffer.from(hash, 'hex'), at: new Date(at) };
  }
  throw new EvidenceError('What was signed is no checkpoint of an audit log.');
}

function parse(payload: Uint8Array): { readonly [name: string]: unknown } {
  return JSON.parse(Buffer.from(payload).toString('utf8')) as { readonly [name: string]: unknown };
}
