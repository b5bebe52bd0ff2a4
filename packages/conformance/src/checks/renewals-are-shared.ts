import type { Bench, Check } from '../check.js';
import { authorize } from '../driver/authorize.js';
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
        const work = { kind: 'locate', cursor: null } as const;
        const expected = await perform(new ConnectorProcess(site), subject, work);
        const authorized = await authorize(site);
        site.vendor.authorization.expireAccessTokens();
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
