import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { signWebhook, verifyWebhook } from './signature.js';

const secret = 'a secret of the receiver';
const now = 1_800_000_000;
const timestamp = String(now);
const sent = (body: string) => ({ body, timestamp, signature: signWebhook(secret, timestamp, body) });

describe('the signature of a webhook', () => {
  it('is the HMAC that anybody can compute', () => {
    const hmac = createHmac('sha256', secret).update('1800000000.{"id":"1"}').digest('hex');
    expect(signWebhook(secret, timestamp, '{"id":"1"}')).toBe(`v1=${hmac}`);
  });

  it('holds for what was sent, and for nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (body, other) => {
        const received = sent(body);
        expect(verifyWebhook(secret, received, now)).toBe(true);
        expect(verifyWebhook(`${secret}!`, received, now)).toBe(false);
        expect(verifyWebhook(secret, { ...received, body: other }, now)).toBe(other === body);
        expect(verifyWebhook(secret, { ...received, signature: other }, now)).toBe(false);
        expect(verifyWebhook(secret, { ...received, timestamp: String(now + 1) }, now)).toBe(false);
      }),
    );
  });

  it('holds for five minutes', () => {
    const received = sent('{}');
    for (const seconds of [-300, 300]) expect(verifyWebhook(secret, received, now + seconds)).toBe(true);
    for (const seconds of [-301, 301]) expect(verifyWebhook(secret, received, now + seconds)).toBe(false);
    const odd = { body: '{}', timestamp: 'NaN', signature: signWebhook(secret, 'NaN', '{}') };
    expect(verifyWebhook(secret, odd, now)).toBe(false);
  });
});
