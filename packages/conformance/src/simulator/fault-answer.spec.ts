import { describe, expect, it } from '@jest/globals';
import { faultAnswer } from './fault-answer.js';
import type { Fault } from './fault.js';

const quote = 'ada@example.com';

describe('the answer of a planted fault', () => {
  const answer = (fault: Fault) =>
    faultAnswer(fault, () => ({ code: 'broken', errors: [{ message: 'It is broken.' }] }), quote);

  it('repeats what it is told to in every sentence, and leaves codes alone', () => {
    const planted = answer({ kind: 'status', status: 409 });
    expect(JSON.parse(String(planted?.body))).toEqual({
      code: 'broken',
      errors: [{ message: 'It is broken. ada@example.com' }],
    });
    expect(planted?.status).toBe(409);
  });

  it('repeats it in a page and in an address', () => {
    expect(String(answer({ kind: 'html' })?.body)).toContain(quote);
    const redirect = answer({ kind: 'redirect', location: 'http://elsewhere.invalid/' });
    expect(redirect?.headers['location']).toBe('http://elsewhere.invalid/ada%40example.com');
  });

  it('is none where the call is handled', () => {
    expect(answer({ kind: 'truncate' })).toBeUndefined();
    expect(faultAnswer(undefined, () => null, quote)).toBeUndefined();
  });
});
