import type { Bench, Check } from '../check.js';
import { runAccess } from '../driver/access.js';
import { authorize } from '../driver/authorize.js';
import { confirmed } from '../driver/deletion-state.js';
import { runDeletion } from '../driver/deletion.js';
import { authorizationOf } from '../driver/oauth-parts.js';
import { ConnectorProcess } from '../driver/process.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { ensureComplete } from '../expected.js';
import { ensure } from '../failure.js';

/** Tokens live for an hour and requests for days: after every step the token is dead, and nobody notices. */
export function expiredTokensAreRenewed(bench: Bench): Check {
  return {
    name: 'a token that expires in the middle of a request is renewed, and the call sent once more',
    run: async () => {
      await withSite(bench, accessWithDyingTokens);
      if (bench.connector.implementation.deletion !== undefined)
        await withSite(bench, deletionWithDyingTokens);
    },
  };
}

async function accessWithDyingTokens(site: Site): Promise<void> {
  const { subject } = site.vendor;
  const state = await withDyingTokens(site, (process, kill) =>
    runAccess(process, subject.subject, undefined, kill),
  );
  ensureComplete(state, subject);
}

async function deletionWithDyingTokens(site: Site): Promise<void> {
  const { subject } = site.vendor;
  const state = await withDyingTokens(site, (process, kill) =>
    runDeletion(process, subject.subject, undefined, kill),
  );
  ensure(confirmed(state) && subject.isErased(), 'the deletion does not end confirmed');
}

async function withDyingTokens<State>(
  site: Site,
  run: (process: ConnectorProcess, kill: () => void) => Promise<State>,
): Promise<State> {
  const { vendor } = site;
  const authorized = await authorize(site);
  const process = new ConnectorProcess(authorized.site);
  const rejected = callsWithDeadToken(site);
  const kill = () => {
    authorizationOf(vendor).expireAccessTokens();
  };
  const end = await settled('a request', run(process, kill));
  ensure(end.ok, `a request whose token expires ended as ${end.ok ? '' : end.error.name}`);
  const again = process.attempts - process.operations.length;
  const rejections = callsWithDeadToken(site) - rejected;
  ensure(authorized.renewals() > 0, 'no token was renewed');
  ensure(
    again === rejections && authorized.renewals() <= rejections,
    `${rejections} calls were rejected, ${again} were sent again, and tokens were renewed ${authorized.renewals()} times`,
  );
  return end.result;
}

function callsWithDeadToken({ vendor }: Site): number {
  return vendor.calls.all.filter(({ tokenKind }) => tokenKind === 'expired').length;
}
