import { createHash, randomBytes } from 'node:crypto';
import { Sensitive } from '@privacy-connectors/core';

const idBytes = 8;
const secretBytes = 32;
/** Longer than any key; what is longer is refused unread. */
const form = /^dsr_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/;

/** What stands in an id of a key. */
export const keyIdPattern = /^[0-9a-f]{16}$/;

/** A key as its holder presents it, `dsr_<id>_<secret>`: 64 characters, the secret of 256 random bits. */
export interface KeyText {
  /** 16 hexadecimal digits; no secret. */
  readonly id: string;
  readonly text: Sensitive<string>;
}

export function newKeyText(): KeyText {
  const id = randomBytes(idBytes).toString('hex');
  const secret = randomBytes(secretBytes).toString('base64url');
  return { id, text: new Sensitive(`dsr_${id}_${secret}`) };
}

/** Undefined for what cannot be a key. */
export function parseKeyText(text: string): KeyText | undefined {
  const id = form.exec(text)?.[1];
  return id === undefined ? undefined : { id, text: new Sensitive(text) };
}

/**
 * What is stored in place of a key: SHA-256 over the whole text. A secret of 256 random bits cannot be guessed, so a slow
 * hash would only slow us down.
 */
export function digestOf({ text }: KeyText): Buffer {
  return createHash('sha256').update(text.reveal(), 'utf8').digest();
}
