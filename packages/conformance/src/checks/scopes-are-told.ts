import type { CapabilityName } from '@privacy-connectors/core';
import type { Bench, Check } from '../check.js';
import { runAccess } from '../driver/access.js';
import { confirmed } from '../driver/deletion-state.js';
import { runDeletion } from '../driver/deletion.js';
import { ConnectorProcess } from '../driver/process.js';
import { allScopesBut, blockedFor } from '../driver/scopes.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { isComplete } from '../expected.js';
import { ensure } from '../failure.js';

/** Each scope in turn is not granted: what does not work then, the manifest says. */
export function scopesAreTold(bench: Bench): Check {
  const { manifest } = bench.connector;
  return {
    name: 'a capability that does not work without a scope is said to need it',
    run: async () => {
      for (const [scope, { neededFor }] of Object.entries(manifest.scopes)) {
        const scopes = allScopesBut(manifest, [scope]);
        for (const [capability, works] of Object.entries(capabilitiesOf(bench))) {
          if (neededFor.includes(capability as CapabilityName)) continue;
          const alive = await withSite(bench, (site) => works(site, scope), { scopes });
          ensure(alive, `${capability} does not work without ${scope}, and is not said to need it`);
        }
      }
    },
  };
}

type Works = (site: Site, without: string) => Promise<boolean>;

function capabilitiesOf({ connector }: Bench): Partial<Record<CapabilityName, Works>> {
  return connector.implementation.deletion === undefined
    ? { access: accessWorks }
    : { access: accessWorks, deletion: deletionWorks };
}

async function accessWorks(site: Site): Promise<boolean> {
  const { subject } = site.vendor;
  const end = await settled('an access', runAccess(new ConnectorProcess(site), subject.subject));
  return end.ok && isComplete(end.result, subject);
}

/** Whoever approves the plan is told in time when it is blocked, or may miss something, and says what to grant. */
async function deletionWorks(site: Site, without: string): Promise<boolean> {
  const { subject } = site.vendor;
  const end = await settled('a deletion', runDeletion(new ConnectorProcess(site), subject.subject));
  if (!end.ok) return false;
  const { obstacles, warnings } = end.result.plan;
  const warned = warnings.some(({ message }) => message.includes(without));
  const told = warned || blockedFor(obstacles, without);
  return told || (confirmed(end.result) && subject.isErased());
}
