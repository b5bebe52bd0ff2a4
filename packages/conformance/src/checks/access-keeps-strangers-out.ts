import type { Bench, Check } from '../check.js';
import { runAccess } from '../driver/access.js';
import { ConnectorProcess } from '../driver/process.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';

/** Whatever the records are called, no text of anybody else is in them. */
export function accessKeepsStrangersOut(bench: Bench): Check {
  return {
    name: 'access carries nothing of a stranger',
    run: () =>
      withSite(bench, async (site) => {
        const { subject, stranger } = site.vendor;
        const state = await runAccess(new ConnectorProcess(site), subject.subject);
        const text = JSON.stringify(Object.values(state.records));
        const foreign = stranger.canaries.filter((canary) => text.includes(canary));
        ensure(foreign.length === 0, `texts of the stranger in the records: ${foreign.join(', ')}`);
      }),
  };
}
