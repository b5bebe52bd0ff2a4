import type { Json } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import type { Bench, Check } from '../check.js';
import { authorize } from '../driver/authorize.js';
import { authorizationOf, normaliserOf } from '../driver/oauth-parts.js';
import type { Site } from '../driver/site.js';
import { keyOf, stored } from '../driver/stored.js';
import { withSite } from '../driver/with-site.js';
import { ensure, ensureSame } from '../failure.js';

/** Answers of a token endpoint in which there is no token. */
const tokenless: readonly Json[] = [null, [], {}, 'token', { error: 'invalid_grant' }, { orgId: 1 }];

/** A token that is misread is a connection that dies in the night: its name, its successor and its life. */
export function tokenAnswersAreUnderstood(bench: Bench): Check {
  return {
    name: 'token answers are understood in every spelling, and what is none is refused',
    run: async () => {
      ensureSpellings(bench);
      await withSite(bench, ensureIssued);
    },
  };
}

function ensureSpellings({ connector, vendor: { tokenSpellings = [] } }: Bench): void {
  const normalise = normaliserOf(connector.implementation);
  ensure(
    tokenSpellings.length > 0,
    'the vendor has no `tokenSpellings`: add a token answer and what it says',
  );
  for (const { answer, says } of tokenSpellings) {
    const misread = `a token answer with ${namesOf(answer)} is misread`;
    ensureSame(stored(normalise(answer)), says, misread);
  }
  for (const answer of tokenless) {
    const refused = isRefused(() => normalise(answer));
    ensure(refused, `${keyOf(answer)} is not refused as a token answer with a VendorContractError`);
  }
}

/** A token that does not expire has no successor either. */
async function ensureIssued(site: Site): Promise<void> {
  const { issued } = await authorize(site);
  const life = issued.expiresAt === null ? null : (issued.expiresAt - site.clock.now()) / 1000;
  const { accessTokenSeconds } = authorizationOf(site.vendor);
  ensure(life === accessTokenSeconds, `${lasting(accessTokenSeconds)} is taken for ${lasting(life)}`);
  const renewable = issued.refreshToken !== undefined;
  ensure(renewable || life === null, 'the refresh token was not found in the token answer');
  ensure(!renewable || life !== null, 'a token that does not expire is taken to be renewable');
}

function lasting(seconds: number | null): string {
  return seconds === null ? 'a token that does not expire' : `a token of ${seconds} seconds`;
}

function isRefused(normalise: () => unknown): boolean {
  try {
    normalise();
    return false;
  } catch (error) {
    return error instanceof VendorContractError;
  }
}

/** Never the values. */
function namesOf(answer: Json): string {
  return Object.keys(answer ?? {}).join(', ');
}
