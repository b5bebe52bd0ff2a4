import type { Bench, Check } from '../check.js';
import { authorize } from '../driver/authorize.js';
import { locateWorks } from '../driver/locating.js';
import { authorizationOf } from '../driver/oauth-parts.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import { settled } from '../driver/settled.js';
import { keyOf } from '../driver/stored.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';

const callers = 10;

/** A vendor that rotates refresh tokens locks out whoever renews twice. */
export function renewalsAreShared(bench: Bench): Check {
  return {
    name: 'ten parallel calls with an expired token cause one renewal',
    run: () =>
      withSite(bench, async (site) => {
        const { subject } = site.vendor.subject;
        const [work] = locateWorks(bench.connector.manifest, subject);
        ensure(work !== undefined, 'the subject has no identifier that the connector consumes');
        const expected = await perform(new ConnectorProcess(site), subject, work);
        const authorized = await authorize(site);
        authorizationOf(site.vendor).expireAccessTokens();
        const process = new ConnectorProcess(authorized.site);
        const ends = await Promise.all(
          Array.from({ length: callers }, () => settled('locate', perform(process, subject, work))),
        );
        for (const end of ends) {
          ensure(
            end.ok,
            `locate: ended as ${end.ok ? '' : end.error.name} although the token can be renewed`,
          );
          ensure(keyOf(end.result) === keyOf(expected), 'locate: another result with a renewed token');
        }
        ensure(authorized.renewals() === 1, `the token was renewed ${authorized.renewals()} times`);
      }),
  };
}
