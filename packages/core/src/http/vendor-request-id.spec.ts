import { describe, expect, it } from '@jest/globals';
import { vendorRequestId } from './vendor-request-id.js';

const idOf = (headers: Record<string, string>) => vendorRequestId(new Headers(headers));

describe('vendorRequestId', () => {
  it('is taken from either header, the more common one first', () => {
    expect(idOf({ 'x-request-id': 'a1' })).toBe('a1');
    expect(idOf({ 'request-id': 'b.2:c-3_d' })).toBe('b.2:c-3_d');
    expect(idOf({ 'x-request-id': 'a1', 'request-id': 'b2' })).toBe('a1');
  });

  it.each(['', 'a b', 'ann@example.com', 'x'.repeat(65), '<a1', 'a1>'])(
    'is dropped when it is "%s"',
    (id) => {
      expect(idOf({ 'x-request-id': id })).toBeUndefined();
    },
  );

  it('may be as long as 64 characters, and missing', () => {
    expect(idOf({ 'x-request-id': 'x'.repeat(64) })).toBe('x'.repeat(64));
    expect(idOf({})).toBeUndefined();
  });
});
