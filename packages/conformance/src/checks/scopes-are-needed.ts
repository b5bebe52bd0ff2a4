import type { CapabilityName } from '@privacy-connectors/core';
import { MissingScopeError } from '@privacy-connectors/core/errors';
import type { Bench, Check } from '../check.js';
import type { Finished } from '../driver/finished.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import { recordAccess, recordDeletion } from '../driver/recording.js';
import { allScopesBut, alternativesTo, blockedFor, opens } from '../driver/scopes.js';
import { settled, type Settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { titleOf, type Kind, type Results } from '../driver/work.js';
import { ensure } from '../failure.js';

type Recordings = { readonly [Capability in CapabilityName]: readonly Finished[] };

/** A status with which a vendor refuses what was not granted. */
const refusals: readonly (number | undefined)[] = [401, 403];

/**
 * Each scope in turn is not granted, nor any other that would do: the vendor then refuses exactly the operations that are
 * declared to need it, and every capability that is said to need it stops with the scope named.
 */
export function scopesAreNeeded(bench: Bench): Check {
  const { manifest } = bench.connector;
  return {
    name: 'every declared scope is needed for what the manifest says, and no other one is',
    run: async () => {
      const recordings = await recordBoth(bench);
      for (const [scope, { neededFor }] of Object.entries(manifest.scopes)) {
        const scopes = allScopesBut(manifest, [scope, ...alternativesTo(manifest, scope)]);
        const stopped = await withSite(bench, (site) => stoppedWithout(site, scope, scopes, recordings), {
          scopes,
        });
        for (const capability of neededFor)
          ensure(
            stopped.includes(capability),
            `${scope} is said to be needed for ${capability}, and nothing of that stops without it`,
          );
      }
    },
  };
}

async function recordBoth(bench: Bench): Promise<Recordings> {
  const access = await withSite(bench, (site) => recordAccess(site, site.vendor.subject));
  if (bench.connector.implementation.deletion === undefined) return { access, deletion: [] };
  return { access, deletion: await withSite(bench, (site) => recordDeletion(site, site.vendor.subject)) };
}

async function stoppedWithout(
  site: Site,
  scope: string,
  granted: readonly string[],
  recordings: Recordings,
): Promise<readonly CapabilityName[]> {
  const stopped: CapabilityName[] = [];
  for (const capability of ['access', 'deletion'] as const) {
    for (const { work } of recordings[capability]) {
      const before = site.vendor.calls.total;
      const end = await settled(
        titleOf(work),
        perform(new ConnectorProcess(site), site.vendor.subject.subject, work),
      );
      ensureRefusedAsDeclared(site, granted, before);
      if (names(end, scope)) stopped.push(capability);
    }
  }
  return stopped;
}

function ensureRefusedAsDeclared({ connector, vendor }: Site, granted: readonly string[], before: number) {
  const having = granted.length === 0 ? 'no scope' : granted.join(', ');
  for (const { operationId, status } of vendor.calls.all.slice(before)) {
    const opened = opens(connector.manifest, granted, operationId);
    ensure(
      opened || refusals.includes(status),
      `${operationId} works with ${having}, and is declared to need more`,
    );
    ensure(
      !opened || status !== 403,
      `${operationId} is refused with ${having}, which is declared to be enough`,
    );
  }
}

/** Whether a person learns from the end of the step which scope to grant. */
function names(end: Settled<Results[Kind]>, scope: string): boolean {
  if (!end.ok) return end.error instanceof MissingScopeError && end.error.scopes.includes(scope);
  const { result } = end;
  if (result === null || typeof result === 'string' || !('obstacles' in result)) return false;
  return blockedFor(result.obstacles, scope);
}
