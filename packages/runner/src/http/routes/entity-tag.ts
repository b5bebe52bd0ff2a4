import { createHash } from 'node:crypto';

/** The strong entity tag (RFC 9110, 8.8.3) of a body: another one with every change of a byte. */
export function entityTag(body: string): string {
  return `"${createHash('sha256').update(body, 'utf8').digest('hex')}"`;
}

/** Whether an `If-None-Match` header names what would be sent. */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
