import { describe, expect, it } from '@jest/globals';
import type { VerifiedReceipt } from '../../receipts/verify-receipts.js';
import { plain } from '../output/style.js';
import { receiptsVerified } from './receipt-verified.js';

const style = { heading: plain, faint: plain, good: plain, warning: plain, bad: plain };

function textOf(gone: number): string {
  const operations = Array.from({ length: gone }, () => ({ outcome: 'deleted' }));
  const request = { id: 'r1', type: 'deletion', status: 'completed' };
  const receipt = {
    number: 1,
    issuedAt: '2026-11-22T10:00:00.000Z',
    previous: null,
    request,
    tasks: [{ operations }],
  };
  const verified = { file: 'receipt.jws', receipt, key: { kid: 'k' }, hash: '', follows: null };
  return receiptsVerified([verified as unknown as VerifiedReceipt], style).join(' ');
}

describe('what was checked of a receipt', () => {
  it('tells how much was looked for, in words for none, one and many', () => {
    expect(textOf(0)).toContain('It calls nothing deleted.');
    expect(textOf(1)).toContain('The operation called deleted was looked for');
    expect(textOf(13)).toContain('Each of the 13 operations called deleted was looked for');
  });
});
