import type { Bench, Check } from '../check.js';
import { ConnectorProcess } from '../driver/process.js';
import { allScopesBut } from '../driver/scopes.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';

/** Whoever connects a vendor learns at once what will not work, and not in the middle of somebody's request. */
export function missingScopesAreTold(bench: Bench): Check {
  const { manifest } = bench.connector;
  return {
    name: 'the test of a connection tells which scopes were granted',
    run: async () => {
      const told = await withSite(bench, (site) => Promise.resolve(site.grantedScopes));
      for (const scope of Object.keys(manifest.scopes)) {
        ensure(told === 'unknown' || told.includes(scope), `check does not tell that ${scope} was granted`);
        const scopes = allScopesBut(manifest, [scope]);
        await withSite(bench, (site) => ensureTold(site, scope, told), { scopes });
      }
    },
  };
}

/** A vendor that cannot tell what was granted cannot tell what was not, either. */
async function ensureTold(site: Site, scope: string, told: Site['grantedScopes']): Promise<void> {
  const end = await settled('check', new ConnectorProcess(site).check());
  if (!end.ok) {
    ensure(end.error.code === 'missing_scope', `check without ${scope}: ended as ${end.error.name}`);
    return;
  }
  const { grantedScopes } = end.result;
  if (grantedScopes === 'unknown')
    ensure(told === 'unknown', `check does not tell what was granted without ${scope}`);
  else ensure(!grantedScopes.includes(scope), `check tells ${scope}, which was not granted`);
}
