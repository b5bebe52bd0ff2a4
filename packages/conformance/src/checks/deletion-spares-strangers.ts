import type { Bench, Check } from '../check.js';
import type { AccessState } from '../driver/access-state.js';
import { runAccess } from '../driver/access.js';
import { runDeletion } from '../driver/deletion.js';
import { ConnectorProcess } from '../driver/process.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { ensureComplete } from '../expected.js';
import { ensure } from '../failure.js';
import type { VendorPerson } from '../vendor.js';
import { ensureSpared } from './spared.js';

/** Nobody else loses anything: what others get is compared before and after, byte by byte. */
export function deletionSparesStrangers(bench: Bench): Check {
  return {
    name: 'a deletion leaves strangers untouched',
    run: () =>
      withSite(bench, async (site) => {
        const { subject, stranger, others = [] } = site.vendor;
        const own = await access(site, subject);
        const before: (readonly [VendorPerson, AccessState])[] = [];
        for (const person of [stranger, ...others]) before.push([person, await access(site, person)]);
        await runDeletion(new ConnectorProcess(site), subject.subject);
        ensure(!stranger.isErased(), 'the stranger was erased');
        for (const [person, held] of before)
          ensureSpared({ own, before: held, after: await access(site, person), canaries: person.canaries });
        ensureComplete(await access(site, stranger), stranger);
      }),
  };
}

function access(site: Site, { subject }: VendorPerson): Promise<AccessState> {
  return runAccess(new ConnectorProcess(site), subject);
}
