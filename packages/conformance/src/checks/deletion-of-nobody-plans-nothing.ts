import type { Bench, Check } from '../check.js';
import { runDeletion } from '../driver/deletion.js';
import { ConnectorProcess } from '../driver/process.js';
import { withSite } from '../driver/with-site.js';
import { ensureSame } from '../failure.js';

/** For a person the vendor does not know there is nothing to do, and nothing is done. */
export function deletionOfNobodyPlansNothing(bench: Bench): Check {
  return {
    name: 'a deletion of an unknown data subject plans nothing',
    run: () =>
      withSite(bench, async (site) => {
        const { operations } = await runDeletion(new ConnectorProcess(site), site.vendor.unknown);
        ensureSame(operations, [], 'operations are planned for a person the vendor does not know');
      }),
  };
}
