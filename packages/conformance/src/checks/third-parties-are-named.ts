import { sameIdentifier, type Person } from '@privacy-connectors/core';
import type { Bench, Check } from '../check.js';
import { peopleOf, recordsOf } from '../driver/told-people.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';

/** Whoever is not named cannot be kept out. Failures name threads and kinds, never people. */
export function thirdPartiesAreNamed(bench: Bench): Check {
  return {
    name: 'everybody whom the vendor names in a thread is among its people',
    run: () =>
      withSite(bench, async (site) => {
        const { subject, others = [] } = site.vendor;
        for (const person of [subject, ...others]) {
          const records = await recordsOf(site, person);
          for (const [thread, parties] of Object.entries(person.thirdParties ?? {}))
            for (const party of parties) ensureNamed(party, peopleOf(thread, records), thread);
        }
      }),
  };
}

function ensureNamed(party: Person, people: readonly Person[], thread: string): void {
  const same = people.filter(({ kind }) => kind === party.kind);
  const names = new Set(same.flatMap((person) => person.names));
  const unnamed = party.names.some((name) => !names.has(name));
  ensure(!unnamed, `${thread}: a name of a person of the kind ${party.kind} is missing from its people`);
  for (const identifier of party.identifiers) {
    const told = same.some((person) => person.identifiers.some((each) => sameIdentifier(each, identifier)));
    const what = `an identifier (${identifier.kind}) of a person of the kind ${party.kind}`;
    ensure(told, `${thread}: ${what} is missing from its people`);
  }
}
