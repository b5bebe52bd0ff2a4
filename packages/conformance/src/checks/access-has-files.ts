import type { Bench, Check } from '../check.js';
import { runAccess } from '../driver/access.js';
import { ConnectorProcess } from '../driver/process.js';
import { withSite } from '../driver/with-site.js';
import { expectedFiles, filesOf } from '../expected.js';
import { ensureSameSet } from '../failure.js';

/** Binaries are part of the data: all of them, unchanged. */
export function accessHasFiles(bench: Bench): Check {
  return {
    name: 'access returns every file byte for byte',
    run: () =>
      withSite(bench, async (site) => {
        const { subject } = site.vendor;
        const state = await runAccess(new ConnectorProcess(site), subject.subject);
        ensureSameSet(filesOf(state), expectedFiles(subject), 'files');
      }),
  };
}
