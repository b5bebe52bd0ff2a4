import type { Bench, Check } from '../check.js';
import { runAccess } from '../driver/access.js';
import { runDeletion } from '../driver/deletion.js';
import { ConnectorProcess } from '../driver/process.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';

/** A budget made from what the connector declares never meets the vendor's limit. */
export function declaredRateIsKept(bench: Bench): Check {
  return {
    name: "the declared rate is within the vendor's limit",
    run: () =>
      withSite(bench, async (site) => {
        const { subject } = site.vendor.subject;
        const process = new ConnectorProcess(site);
        await runAccess(process, subject);
        if (process.implementation.deletion !== undefined) await runDeletion(process, subject);
        const refused = site.vendor.calls.countStatus(429);
        ensure(refused === 0, `the vendor refused ${refused} calls as too many`);
      }),
  };
}
