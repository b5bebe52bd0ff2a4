import type { Author } from '@privacy-connectors/core';
import type { Bench, Check } from '../check.js';
import type { KeptRecord } from '../driver/access-state.js';
import { recordsOf } from '../driver/told-people.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';
import type { VendorPerson } from '../vendor.js';

/** What is kept from the data subject, and what is handed over in full, depends on who wrote it and for whom. */
export function authorsAreTold(bench: Bench): Check {
  return {
    name: 'every record of a thread says truly who wrote it, and whether it is internal',
    run: () =>
      withSite(bench, async (site) => {
        for (const person of [site.vendor.subject, ...(site.vendor.others ?? [])])
          for (const kept of await recordsOf(site, person)) ensureTrue(kept, person);
      }),
  };
}

function ensureTrue({ resource, record: { id, author } }: KeptRecord, { authors }: VendorPerson): void {
  const known = authors?.[resource];
  if (known === undefined) {
    ensure(author === undefined, `the vendor has no \`authors\` of ${resource}, whose records have one`);
    return;
  }
  const truth = known[id];
  ensure(truth !== undefined, `the vendor has no author of ${resource}/${id}`);
  ensure(author !== undefined, `${resource}/${id} has no author`);
  ensure(named(author) === named(truth), `${resource}/${id} is by ${named(truth)}, not by ${named(author)}`);
}

function named({ kind, internal }: Author): string {
  return `${kind}${internal ? ', internally' : ''}`;
}
