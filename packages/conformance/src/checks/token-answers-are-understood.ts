import type { Json } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import type { Bench, Check } from '../check.js';
import { authorize } from '../driver/authorize.js';
import { keyOf, stored } from '../driver/stored.js';
import { withSite } from '../driver/with-site.js';
import { ensure, ensureSame } from '../failure.js';

/** Answers of a token endpoint in which there is no token. */
const tokenless: readonly Json[] = [null, [], {}, 'token', { error: 'invalid_grant' }, { orgId: 1 }];

/** A token that is misread is a connection that dies in the night: its name, its successor and its life. */
export function tokenAnswersAreUnderstood(bench: Bench): Check {
  const { normaliseTokenAnswer } = bench.connector.implementation;
  return {
    name: 'token answers are understood in every spelling, and what is none is refused',
    run: async () => {
      for (const { answer, says } of bench.vendor.tokenSpellings) {
        const spelling = namesOf(answer);
        ensureSame(stored(normaliseTokenAnswer(answer)), says, `a token answer with ${spelling} is misread`);
      }
      for (const answer of tokenless) {
        const refused = isRefused(() => normaliseTokenAnswer(answer));
        ensure(refused, `${keyOf(answer)} is not refused as a token answer with a VendorContractError`);
      }
      await withSite(bench, async (site) => {
        const { issued } = await authorize(site);
        const life = ((issued.expiresAt ?? Infinity) - site.clock.now()) / 1000;
        const { accessTokenSeconds } = site.vendor.authorization;
        ensure(
          life === accessTokenSeconds,
          `a token of ${accessTokenSeconds} seconds is taken to live ${life} seconds`,
        );
        ensure(issued.refreshToken !== undefined, 'the refresh token was not found in the token answer');
      });
    },
  };
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
