import type { Bench, Check } from '../check.js';
import { runAccess } from '../driver/access.js';
import { confirmed } from '../driver/deletion-state.js';
import { runDeletion } from '../driver/deletion.js';
import { ConnectorProcess } from '../driver/process.js';
import { settled } from '../driver/settled.js';
import { withSite } from '../driver/with-site.js';
import { ensureComplete } from '../expected.js';
import { ensure } from '../failure.js';

/** Nobody has to grant more than the manifest says; scopes that only add detail may be left out. */
export function neededScopesAreEnough(bench: Bench): Check {
  const declared = Object.entries(bench.connector.manifest.scopes);
  const scopes = declared.filter(([, { neededFor }]) => neededFor.length > 0).map(([scope]) => scope);
  return {
    name: 'the scopes that are said to be needed are enough',
    run: () =>
      withSite(
        bench,
        async (site) => {
          const { subject } = site.vendor;
          const access = runAccess(new ConnectorProcess(site), subject.subject);
          ensureComplete(await finished('an access', access), subject);
          if (bench.connector.implementation.deletion === undefined) return;
          const deletion = runDeletion(new ConnectorProcess(site), subject.subject);
          const state = await finished('a deletion', deletion);
          ensure(confirmed(state) && subject.isErased(), 'a deletion does not end confirmed');
        },
        { scopes },
      ),
  };
}

async function finished<State>(request: string, run: Promise<State>): Promise<State> {
  const end = await settled(request, run);
  ensure(end.ok, `${request} with them ended as ${end.ok ? '' : end.error.name}`);
  return end.result;
}
