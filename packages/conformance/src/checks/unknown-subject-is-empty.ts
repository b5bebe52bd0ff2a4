import type { Bench, Check } from '../check.js';
import { runAccess } from '../driver/access.js';
import { ConnectorProcess } from '../driver/process.js';
import { withSite } from '../driver/with-site.js';
import { ensureSame } from '../failure.js';

/** Most requests concern people a vendor never heard of: that is an answer, not an error. */
export function unknownSubjectIsEmpty(bench: Bench): Check {
  return {
    name: 'an unknown data subject is empty, not an error',
    run: () =>
      withSite(bench, async (site) => {
        const { things, records, identifiers } = await runAccess(
          new ConnectorProcess(site),
          site.vendor.unknown,
        );
        ensureSame(things, [], 'things were located for a person the vendor does not know');
        ensureSame(identifiers, [], 'identifiers are handed on for a person the vendor does not know');
        ensureSame(records, {}, 'records were read for a person the vendor does not know');
      }),
  };
}
