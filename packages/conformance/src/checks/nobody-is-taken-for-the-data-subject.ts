import { shareIdentifier, type Person } from '@privacy-connectors/core';
import type { Bench, Check } from '../check.js';
import type { KeptRecord } from '../driver/access-state.js';
import { peopleOf, recordsOf } from '../driver/told-people.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';
import type { VendorPerson } from '../vendor.js';

/** What the data subject wrote and is called is never kept back: somebody else's words and name would be handed over. */
export function nobodyIsTakenForTheDataSubject(bench: Bench): Check {
  return {
    name: 'nobody else is taken for the data subject',
    run: () =>
      withSite(bench, async (site) => {
        for (const person of [site.vendor.subject, ...(site.vendor.others ?? [])]) {
          const records = await recordsOf(site, person);
          for (const kept of records) ensureOwn(kept, person);
          for (const [thread, parties] of Object.entries(person.thirdParties ?? {}))
            for (const party of parties) ensureApart(party, peopleOf(thread, records), thread);
        }
      }),
  };
}

function ensureOwn({ resource, record: { id, author } }: KeptRecord, { authors }: VendorPerson): void {
  const truth = authors?.[resource]?.[id];
  const claimed = author?.kind === 'subject' && truth !== undefined && truth.kind !== 'subject';
  ensure(!claimed, `${resource}/${id} is by ${truth?.kind ?? ''} and said to be by the data subject`);
}

function ensureApart(party: Person, people: readonly Person[], thread: string): void {
  const taken = people.some(
    ({ kind, names, identifiers }) =>
      kind === 'subject' &&
      (names.some((name) => party.names.includes(name)) || shareIdentifier(identifiers, party.identifiers)),
  );
  ensure(!taken, `${thread}: somebody of the kind ${party.kind} is among its people as the data subject`);
}
