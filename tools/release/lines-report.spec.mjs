import { describe, expect, it } from '@jest/globals';
import { linesReport } from './lines-report.mjs';

describe('linesReport', () => {
  it('is a table of the connectors', () => {
    const { text, tooLong } = linesReport([
      { name: 'connector-kites', files: 12, lines: 1400 },
      { name: 'connector-klaviyo', files: 5, lines: 299 },
    ]);
    expect(text.split('\n').map((row) => row.split(/\s+/))).toEqual([
      ['connector', 'files', 'lines', 'below'],
      ['connector-kites', '12', '1400'],
      ['connector-klaviyo', '5', '299', '300'],
    ]);
    expect(tooLong).toEqual([]);
  });

  it('says which connector has reached its limit', () => {
    const { tooLong } = linesReport([{ name: 'connector-klaviyo', files: 5, lines: 300 }]);
    expect(tooLong).toEqual([expect.stringMatching(/^connector-klaviyo has 300 lines.*less than 300/)]);
  });
});
