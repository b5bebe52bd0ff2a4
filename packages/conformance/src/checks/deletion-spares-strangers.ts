import type { Bench, Check } from '../check.js';
import { runAccess } from '../driver/access.js';
import { runDeletion } from '../driver/deletion.js';
import { ConnectorProcess } from '../driver/process.js';
import { withSite } from '../driver/with-site.js';
import { ensureComplete } from '../expected.js';
import { ensure } from '../failure.js';

/** Nobody else loses anything. */
export function deletionSparesStrangers(bench: Bench): Check {
  return {
    name: 'a deletion leaves strangers untouched',
    run: () =>
      withSite(bench, async (site) => {
        const { subject, stranger } = site.vendor;
        await runDeletion(new ConnectorProcess(site), subject.subject);
        ensure(!stranger.isErased(), 'the stranger was erased');
        ensureComplete(await runAccess(new ConnectorProcess(site), stranger.subject), stranger);
      }),
  };
}
