import type { Bench, Check } from '../check.js';
import { confirmed, newDeletion } from '../driver/deletion-state.js';
import { planDeletion, runDeletion } from '../driver/deletion.js';
import { ConnectorProcess } from '../driver/process.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';

/** Nobody promises an order but that of the stages: an operation that must wait for another one belongs to a later stage. */
export function deletionWorksInAnyOrder(bench: Bench): Check {
  return {
    name: 'the operations of one stage of a deletion can be sent in any order',
    run: () =>
      withSite(bench, async (site) => {
        const { subject } = site.vendor;
        const journal = { state: newDeletion(bench.connector.manifest, subject.subject) };
        const process = new ConnectorProcess(site);
        const planned = await planDeletion(process, subject.subject, journal);
        journal.state = { ...planned, operations: [...planned.operations].reverse() };
        const state = await runDeletion(process, subject.subject, journal);
        ensure(
          confirmed(state) && subject.isErased(),
          'sent in the opposite order, the deletion does not end confirmed with everything erased',
        );
      }),
  };
}
