import { inspect } from 'node:util';
import { provesDead } from '@privacy-connectors/core';
import { AuthError } from '@privacy-connectors/core/errors';
import type { Bench, Check } from '../check.js';
import { authorize } from '../driver/authorize.js';
import { disconnect } from '../driver/disconnect.js';
import { authorizationOf } from '../driver/oauth-parts.js';
import { ConnectorProcess } from '../driver/process.js';
import { withCredential } from '../driver/overridden.js';
import { settled } from '../driver/settled.js';
import { toldAs } from '../driver/told-as.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';

const failures = [400, 403, 500] as const;

/** A token that outlives its connection is a stolen key that nobody misses; and ending it must not give it away. */
export function disconnectedTokensAreDead(bench: Bench): Check {
  return {
    name: 'a connection that is ended leaves no live token, and its secrets are told to nobody',
    run: async () => {
      await withSite(bench, endsTheTokens);
      for (const status of failures) await withSite(bench, (site) => failsCleanly(site, status));
    },
  };
}

async function endsTheTokens(site: Site): Promise<void> {
  const authorized = await authorize(site);
  const process = new ConnectorProcess(authorized.site);
  const end = await settled('disconnect', disconnect(process));
  ensure(end.ok, `disconnect ended as ${end.ok ? '' : end.error.name}`);
  ensure(end.result.outcome === 'accepted', 'disconnect did nothing for a connection of an OAuth app');
  ensureUntold(site, process, end.result);
  const after = await settled('check', new ConnectorProcess(authorized.site).check());
  ensure(
    !after.ok && after.error instanceof AuthError,
    'the token, or what renews it, is alive after disconnect',
  );
  await endsAsDead(withCredential(site, authorized.issued.accessToken.reveal()));
}

/** Signed with the dead token alone, as the runner looks. */
async function endsAsDead(site: Site): Promise<void> {
  const end = await settled('check', new ConnectorProcess(site).check());
  ensure(!end.ok, 'the token is alive after disconnect');
  ensure(
    provesDead(site.connector.manifest, end.error),
    `${toldAs(end.error)} for a dead token, which the manifest does not declare as one of \`deadStatuses\``,
  );
}

/** What the vendor refuses is thrown as an error, which must not quote what was sent. */
async function failsCleanly(site: Site, status: number): Promise<void> {
  const { site: authorized } = await authorize(site);
  site.vendor.faults.always('*', { kind: 'status', status });
  const process = new ConnectorProcess(authorized);
  const end = await settled('disconnect', disconnect(process));
  ensure(!end.ok, `disconnect said yes although the vendor answered ${status}`);
  ensureUntold(site, process, end.error);
}

function ensureUntold(site: Site, process: ConnectorProcess, end: unknown): void {
  const { clientSecret } = authorizationOf(site.vendor);
  const told = inspect([process.observations, end], { depth: 12, showHidden: true });
  ensure(!told.includes(clientSecret), 'the client secret is told to logs or in an error');
}
