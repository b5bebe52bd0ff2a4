import { provesDead } from '@privacy-connectors/core';
import type { Bench, Check } from '../check.js';
import { ConnectorProcess } from '../driver/process.js';
import { allScopesBut } from '../driver/scopes.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { toldAs } from '../driver/told-as.js';
import { withSite, withUntestedSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';

/** Credentials that are taken for dead are destroyed here: a token that only may do less would live on, and nobody could end it. */
export function deadIsToldFromNarrowed(bench: Bench): Check {
  const { disconnection, scopes } = bench.connector.manifest;
  return {
    name: 'dead credentials are told from those that may do less',
    run: async () => {
      for (const status of disconnection?.deadStatuses ?? [])
        await withSite(bench, (site) => provesDeadBy(site, status));
      for (const without of [...Object.keys(scopes).map((scope) => [scope]), Object.keys(scopes)])
        await narrowedIsAlive(bench, without);
    },
  };
}

/** A status that the check makes something else of is declared in vain. */
async function provesDeadBy(site: Site, status: number): Promise<void> {
  site.vendor.faults.always('*', { kind: 'status', status });
  const end = await settled('check', new ConnectorProcess(site).check());
  ensure(
    !end.ok,
    `check says yes although the vendor answers ${status}, which is declared for dead credentials`,
  );
  ensure(
    provesDead(site.connector.manifest, end.error),
    `${toldAs(end.error)} where the vendor answers ${status}, which is declared for dead credentials`,
  );
}

function narrowedIsAlive(bench: Bench, without: readonly string[]): Promise<void> {
  const { manifest } = bench.connector;
  const look = async (site: Site) => {
    const end = await settled('check', new ConnectorProcess(site).check());
    if (end.ok || !provesDead(manifest, end.error)) return;
    ensure(false, `${toldAs(end.error)} without ${without.join(', ')}: a live token would be taken for dead`);
  };
  return withUntestedSite(bench, look, { scopes: allScopesBut(manifest, without) });
}
