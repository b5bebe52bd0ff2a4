import { createHash } from 'node:crypto';
import type { Json } from '@privacy-connectors/core';
import { canonicalJson } from './canonical-json.js';

/** An entry with its place in the chain. */
export interface ChainedEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly at: Date;
  readonly action: string;
  readonly actor: string;
  readonly details: Json;
  /** The hash of the entry before. */
  readonly previous: Buffer;
}

/** What the first entry has for `previous`. */
export const chainStart: Buffer = Buffer.alloc(32);

/** SHA-256 over the canonical JSON of all that the entry says and of the hash before it. */
export function entryHash({ seq, at, action, actor, details, previous }: ChainedEntry): Buffer {
  const content = { seq, at: at.toISOString(), action, actor, details, previous: previous.toString('hex') };
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest();
}
