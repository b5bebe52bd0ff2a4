import type { Bench, Check } from '../check.js';
import { runAccess } from '../driver/access.js';
import { confirmed } from '../driver/deletion-state.js';
import { runDeletion } from '../driver/deletion.js';
import { ConnectorProcess } from '../driver/process.js';
import { withSite } from '../driver/with-site.js';
import { ensure, ensureSame } from '../failure.js';

/** Plan, erase, verify: then the connector says so, the vendor holds nothing, and nothing is found any more. */
export function deletionFinishes(bench: Bench): Check {
  return {
    name: 'a deletion ends confirmed, with nothing left to locate',
    run: () =>
      withSite(bench, async (site) => {
        const { subject } = site.vendor;
        const state = await runDeletion(new ConnectorProcess(site), subject.subject);
        ensure(state.operations.length > 0, 'the plan has no operation');
        ensure(subject.isErased(), 'the vendor still holds data of the person');
        ensure(
          confirmed(state),
          `the deletion is not confirmed: ${JSON.stringify(state.operations.map(({ progress }) => progress.at))}`,
        );
        const after = await runAccess(new ConnectorProcess(site), subject.subject);
        ensureSame([after.things, after.records], [[], {}], 'an access request still finds something');
      }),
  };
}
