import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differences } from '../scripts/support/folder-differences.mjs';
import { writeApiReports } from './api-report.mjs';

/**
 * The reports in a folder that do not say what the entry points export now, and those of entry points that are gone.
 *
 * @param {readonly import('./entry-points.mjs').EntryPoint[]} entryPoints Those of one package.
 * @param {string} reports The folder, absolute.
 * @returns {Promise<string[]>} Names of files.
 */
export async function apiChanges(entryPoints, reports) {
  const fresh = await mkdtemp(join(tmpdir(), 'api-report-'));
  try {
    await writeApiReports(entryPoints, fresh);
    return await differences(fresh, reports);
  } finally {
    await rm(fresh, { recursive: true });
  }
}
