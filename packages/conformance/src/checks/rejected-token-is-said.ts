import { AuthError } from '@privacy-connectors/core/errors';
import type { Bench, Check } from '../check.js';
import type { Finished } from '../driver/finished.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import { replayEverything } from '../driver/recording.js';
import { settled, type Settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { titleOf, type Kind, type Results } from '../driver/work.js';
import { ensure } from '../failure.js';

/** A dead token is for a person to mend; any other ending would be retried for ever or taken for an answer. */
export function rejectedTokenIsSaid(bench: Bench): Check {
  const [status = 401] = bench.connector.manifest.auth.rejectionStatuses;
  return {
    name: 'a token that is rejected for ever ends as AuthError',
    run: async () => {
      await withSite(bench, async (site) => {
        site.vendor.faults.always('*', { kind: 'status', status });
        ensureAuthError('check', await settled('check', new ConnectorProcess(site).check()));
      });
      await replayEverything(bench, (site, step) => rejectAll(site, step, status));
    },
  };
}

async function rejectAll(site: Site, { work, operations }: Finished, status: number): Promise<void> {
  if (operations.length === 0) return;
  const forget = site.vendor.faults.always('*', { kind: 'status', status });
  const step = perform(new ConnectorProcess(site), site.vendor.subject.subject, work);
  const end = await settled(titleOf(work), step).finally(forget);
  // A plan may do without what it cannot see, if it says so; the erasure that follows fails.
  if (end.ok && hasWarnings(end.result)) return;
  ensureAuthError(titleOf(work), end);
}

function hasWarnings(result: Results[Kind]): boolean {
  return typeof result === 'object' && result !== null && 'warnings' in result && result.warnings.length > 0;
}

function ensureAuthError(where: string, end: Settled<unknown>): void {
  ensure(!end.ok, `${where}: succeeded with a rejected token`);
  ensure(end.error instanceof AuthError, `${where}: ended as ${end.error.name} and not as AuthError`);
}
