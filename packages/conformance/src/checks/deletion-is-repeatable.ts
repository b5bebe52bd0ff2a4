import type { Json } from '@privacy-connectors/core';
import type { Bench, Check } from '../check.js';
import { confirmed } from '../driver/deletion-state.js';
import { runDeletion } from '../driver/deletion.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import { recordDeletion } from '../driver/recording.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';

/** A lost answer makes the runner repeat a call: before the vendor is done, and long after. */
export function deletionIsRepeatable(bench: Bench): Check {
  return {
    name: 'a deletion can be repeated',
    run: () =>
      withSite(bench, async (site) => {
        const { subject } = site.vendor.subject;
        const operations = await plannedOperations(bench);
        ensure(operations.length > 0, 'the plan has no operation');
        for (const operation of operations) await erase(site, operation);
        const first = await runDeletion(new ConnectorProcess(site), subject);
        ensure(
          confirmed(first) && site.vendor.subject.isErased(),
          'a deletion after a repeated call is not confirmed',
        );
        for (const operation of operations) await erase(site, operation);
        const second = await runDeletion(new ConnectorProcess(site), subject);
        ensure(confirmed(second), 'a second deletion of the same person is not confirmed');
      }),
  };
}

async function plannedOperations(bench: Bench): Promise<readonly Json[]> {
  const steps = await withSite(bench, (site) => recordDeletion(site, site.vendor.subject));
  return steps.flatMap(({ work }) => (work.kind === 'erase' ? [work.operation] : []));
}

/** @throws whatever the step throws: a repeated erasure is no error. */
async function erase(site: Site, operation: Json): Promise<void> {
  await perform(new ConnectorProcess(site), site.vendor.subject.subject, { kind: 'erase', operation });
}
