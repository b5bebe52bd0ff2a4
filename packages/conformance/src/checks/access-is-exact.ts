import type { Bench, Check } from '../check.js';
import { runAccess } from '../driver/access.js';
import { ConnectorProcess } from '../driver/process.js';
import { withSite } from '../driver/with-site.js';
import { ensureSame, ensureSameSet } from '../failure.js';
import { expectedRecords } from '../expected.js';

/** Everything that is theirs and nothing that is not, for two different people. */
export function accessIsExact(bench: Bench): Check {
  return {
    name: "access returns exactly the data subject's records",
    run: () =>
      withSite(bench, async (site) => {
        for (const person of [site.vendor.subject, site.vendor.stranger]) {
          const state = await runAccess(new ConnectorProcess(site), person.subject);
          ensureSameSet(Object.keys(state.records), expectedRecords(person), 'records');
          ensureSame(state.skipped, [], 'something of the data subject was skipped though nothing was wrong');
        }
      }),
  };
}
