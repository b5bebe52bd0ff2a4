import type { Bench, Check } from '../check.js';
import type { Finished } from '../driver/finished.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import { recordAccess } from '../driver/recording.js';
import { withSite } from '../driver/with-site.js';
import { titleOf } from '../driver/work.js';
import { ensureSame } from '../failure.js';
import type { VendorPerson } from '../vendor.js';

interface Replayed {
  readonly person: VendorPerson;
  readonly step: Finished;
}

/** Nothing survives between steps but their arguments: any step gives the same answer again, after any other step. */
export function stepsArePure(bench: Bench): Check {
  return {
    name: 'a step depends on its arguments alone',
    run: () =>
      withSite(bench, async (site) => {
        const { subject, stranger } = site.vendor;
        const steps = interleaved(
          (await recordAccess(site, subject)).map((step) => ({ person: subject, step })),
          (await recordAccess(site, stranger)).map((step) => ({ person: stranger, step })),
        );
        const process = new ConnectorProcess(site);
        for (const replayed of [...steps, ...[...steps].reverse()]) await replay(process, replayed);
      }),
  };
}

async function replay(process: ConnectorProcess, { person, step }: Replayed): Promise<void> {
  const again = await perform(process, person.subject, step.work);
  ensureSame(again, step.result, `${titleOf(step.work)}: another result with the same arguments`);
}

function interleaved(left: readonly Replayed[], right: readonly Replayed[]): readonly Replayed[] {
  const longest = Math.max(left.length, right.length);
  return Array.from({ length: longest }, (_, index) => [left[index], right[index]])
    .flat()
    .filter((each): each is Replayed => each !== undefined);
}
