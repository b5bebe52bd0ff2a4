import { expect, it } from '@jest/globals';
import { skippedPage } from './skipped-page.js';

it('a skipped page has nothing to export, says why and is the last one', () => {
  expect(skippedPage('It belongs to somebody else.')).toEqual({
    records: [],
    skipped: { why: 'It belongs to somebody else.' },
    next: null,
  });
});
