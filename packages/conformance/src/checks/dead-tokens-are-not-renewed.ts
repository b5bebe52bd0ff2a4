import { AuthError } from '@privacy-connectors/core/errors';
import type { Bench, Check } from '../check.js';
import { authorize } from '../driver/authorize.js';
import { authorizationOf } from '../driver/oauth-parts.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import { recordAccess } from '../driver/recording.js';
import { settled } from '../driver/settled.js';
import { withSite } from '../driver/with-site.js';
import { titleOf } from '../driver/work.js';
import { ensure } from '../failure.js';

/** A token that does not expire is dead because somebody ended it: a person has to authorise again, and nothing is renewed. */
export function deadTokensAreNotRenewed(bench: Bench): Check {
  return {
    name: 'a token that does not expire is never renewed, and a dead one ends as AuthError',
    run: () =>
      withSite(bench, async (site) => {
        const steps = await recordAccess(site, site.vendor.subject);
        const authorized = await authorize(site);
        authorizationOf(site.vendor).expireAccessTokens();
        for (const { work, operations } of steps) {
          if (operations.length === 0) continue;
          const step = perform(new ConnectorProcess(authorized.site), site.vendor.subject.subject, work);
          const end = await settled(titleOf(work), step);
          ensure(authorized.renewals() === 0, `${titleOf(work)}: a token that does not expire was renewed`);
          const said = !end.ok && end.error instanceof AuthError;
          ensure(said, `${titleOf(work)}: with a dead token it did not end as AuthError`);
        }
      }),
  };
}
