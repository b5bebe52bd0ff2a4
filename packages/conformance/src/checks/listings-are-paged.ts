import { noCursor } from '@privacy-connectors/core';
import type { Bench, Check } from '../check.js';
import type { Finished } from '../driver/finished.js';
import { leadsOn } from '../driver/listing.js';
import { recordAccess } from '../driver/recording.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';
import type { VendorPerson } from '../vendor.js';

/**
 * What is not exercised is not tested: the vendor holds every resource, every listing that has a cursor uses it, and
 * scans have things of the person on a later page. Fails for a connector that stops after the first page as well as for
 * a vendor that is too small.
 */
export function listingsArePaged(bench: Bench): Check {
  return {
    name: 'every listing is read beyond its first page',
    run: () =>
      withSite(bench, async (site) => {
        for (const person of [site.vendor.subject, site.vendor.stranger]) {
          ensureEverythingHeld(bench, person);
          const steps = await recordAccess(site, person);
          for (const { name, led } of pagedListings(bench)) {
            ensure(steps.some(led), `${name}: no second page was reached`);
          }
          ensureSpread(steps);
        }
      }),
  };
}

function ensureEverythingHeld({ connector }: Bench, { records }: VendorPerson): void {
  for (const resource of Object.keys(connector.manifest.resources)) {
    ensure((records[resource] ?? []).length > 0, `the vendor holds no ${resource} of the person`);
  }
}

/** Else a scan that stops after its first page would lose nothing. */
function ensureSpread(steps: readonly Finished[]): void {
  const located = steps.flatMap((step) => (step.kind === 'locate' ? step.result.things : []));
  const owners = new Set(located.map(({ owner }) => owner));
  const later = steps.filter((step) => step.kind === 'scan').filter(({ work }) => work.cursor !== null);
  for (const resource of new Set(later.map(resourceOf))) {
    const pages = later.filter((step) => resourceOf(step) === resource);
    const things = pages.flatMap(({ result }) => result.things);
    const found = things.some(({ owner }) => owners.has(owner));
    ensure(found, `scan ${resource}: nothing of the person is on a later page`);
  }
}

interface PagedListing {
  readonly name: string;
  readonly led: (step: Finished) => boolean;
}

function pagedListings({ connector: { implementation } }: Bench): readonly PagedListing[] {
  const { subject, resources } = implementation;
  const all = [
    { kind: 'locate', resource: '', cursor: subject.cursor },
    ...Object.entries(resources).flatMap(([resource, steps]) => [
      { kind: 'read', resource, cursor: steps.cursor },
      { kind: 'scan', resource, cursor: steps.scanCursor ?? noCursor },
    ]),
  ];
  return all
    .filter(({ cursor }) => cursor !== noCursor)
    .map(({ kind, resource }) => ({
      name: `${kind} ${resource}`,
      led: (step) => step.kind === kind && leadsOn(step) && resourceOf(step) === resource,
    }));
}

function resourceOf({ work }: Pick<Finished, 'work'>): string {
  return 'resource' in work ? work.resource : '';
}
