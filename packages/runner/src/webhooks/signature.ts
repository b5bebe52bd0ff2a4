import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds by which the clocks of sender and receiver may differ. */
const tolerance = 300;

/** What a receiver got: the raw body, as it was sent, and two of its headers. */
export interface ReceivedWebhook {
  readonly body: string;
  /** `dsr-webhook-timestamp` */
  readonly timestamp: string;
  /** `dsr-webhook-signature` */
  readonly signature: string;
}

/** The header `dsr-webhook-signature`: `v1=` and the hex HMAC-SHA-256 over `timestamp.body`. */
export function signWebhook(secret: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

/**
 * Whether a webhook comes from who knows the secret, and is not an old one sent again: for receivers. Takes the same time for
 * every wrong signature. Receivers remember the ids of some minutes, for a webhook may come twice.
 * @param now Seconds since 1970.
 */
export function verifyWebhook(
  secret: string,
  { body, timestamp, signature }: ReceivedWebhook,
  now = Date.now() / 1000,
): boolean {
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > tolerance) return false;
  const expected = Buffer.from(signWebhook(secret, timestamp, body));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
