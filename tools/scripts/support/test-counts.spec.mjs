import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { countsLine, countTests, readCountsLine } from './test-counts.mjs';

describe('countTests', () => {
  let folder;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'test-counts-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  function leave(project, numPassedTests, numFailedTests, numRuntimeErrorTestSuites) {
    const result = { numPassedTests, numFailedTests, numRuntimeErrorTestSuites };
    return writeFile(join(folder, `${project}.json`), JSON.stringify(result));
  }

  it('adds up all projects, and counts a file that did not run', async () => {
    await leave('one', 3, 1, 0);
    await leave('other', 4, 0, 2);
    expect(countTests(folder, ['one', 'other'])).toEqual({ passed: 7, failed: 3 });
  });

  it('counts a project without a result as a failure', async () => {
    await leave('one', 3, 0, 0);
    expect(countTests(folder, ['one', 'crashed'])).toEqual({ passed: 3, failed: 1 });
  });
});

describe('the line of counts', () => {
  it('can be read back from the end of an output', () => {
    const output = `1 passed, 2 failed\nmore\n${countsLine({ passed: 30, failed: 4 })}\n`;
    expect(readCountsLine(output)).toEqual({ passed: 30, failed: 4 });
  });

  it('is missing where a run broke', () => {
    expect(readCountsLine('12 passed, 0 failed, but not at the end of a line')).toBeUndefined();
  });
});
