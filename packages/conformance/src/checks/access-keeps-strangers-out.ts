import type { Bench, Check } from '../check.js';
import { handedOver, recordsOf } from '../driver/told-people.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';

/** Whatever the records are called, no text of anybody else is in them. */
export function accessKeepsStrangersOut(bench: Bench): Check {
  return {
    name: 'access carries nothing of a stranger',
    run: () =>
      withSite(bench, async (site) => {
        const { subject, stranger } = site.vendor;
        const text = JSON.stringify((await recordsOf(site, subject)).map(({ record }) => handedOver(record)));
        const foreign = stranger.canaries.filter((canary) => text.includes(canary));
        ensure(foreign.length === 0, `texts of the stranger in the records: ${foreign.join(', ')}`);
      }),
  };
}
