import { expect, it } from '@jest/globals';
import { defaultLimits } from './pipeline-options.js';

it('a pipeline that is given no limits has these, which connectors rely on', () => {
  const second = 1000;
  const mebibyte = 1_048_576;
  expect(defaultLimits).toEqual({
    attempts: 4,
    attemptTimeoutMs: 30 * second,
    stepDeadlineMs: 300 * second,
    maxAnswerBytes: 16 * mebibyte,
    maxBinaryBytes: 2048 * mebibyte,
    maxBinaryWaitMs: 3600 * second,
    maxInlineWaitMs: 60 * second,
    backoffBaseMs: second / 2,
    backoffCapMs: 20 * second,
  });
});
