import { expect } from '@jest/globals';
import type { DsrEnd } from '../support/dsr.js';
import { secret } from './bad-connections.js';
import { email } from './bad-requests.js';

/** What none of the errors may repeat. */
const unspeakable = [email, 'grace', secret, 'mistaken', '   at ', 'node:internal', '.js:'];

/** Expects that the command did nothing but tell, in one clear sentence, why. */
export function expectSentence({ code, stdout, stderr }: DsrEnd, expected: number, sentence: RegExp): void {
  expect({ code, stdout, stderr }).toEqual({
    code: expected,
    stdout: '',
    stderr: expect.stringMatching(sentence),
  });
  expect(stderr).toMatch(/^[\w-][^\n]*\n$/);
  expect(unspeakable.filter((word) => stderr.toLowerCase().includes(word))).toEqual([]);
}
