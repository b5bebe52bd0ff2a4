import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The variable that names the folder to write to. */
export const folderVariable = 'TEST_RESULTS_FOLDER';

/** A jest reporter: writes the counts of each project it ran to `<folder>/<display name>.json`. */
export default class ResultReporter {
  onRunComplete(contexts, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
    const folder = process.env[folderVariable];
    const [context] = contexts;
    if (folder === undefined || context === undefined) return;
    const counts = { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites };
    writeFileSync(join(folder, `${context.config.displayName.name}.json`), JSON.stringify(counts));
  }
}
