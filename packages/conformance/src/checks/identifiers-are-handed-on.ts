import { sameEmail, type Identifier } from '@privacy-connectors/core';
import type { Bench, Check } from '../check.js';
import { locateFrom } from '../driver/locate-from.js';
import { locateWorks } from '../driver/locating.js';
import { ConnectorProcess } from '../driver/process.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';
import type { VendorPerson } from '../vendor.js';

/**
 * Other connectors look for the person by what this one hands on: one that is missing is data missed elsewhere, one that is
 * somebody else's is somebody else's data in the package. Failures name kinds, never values.
 */
export function identifiersAreHandedOn(bench: Bench): Check {
  const { produces } = bench.connector.manifest.identifiers;
  return {
    name: "the identifiers handed on are all of the data subject's, and nobody else's",
    run: () =>
      withSite(bench, async (site) => {
        const seen = new Set<string>();
        for (const person of [site.vendor.subject, site.vendor.stranger])
          for (const { kind } of await handedOnFor(site, person)) seen.add(kind);
        const never = produces.filter((kind) => !seen.has(kind));
        ensure(never.length === 0, `said to be produced, and never handed on: ${never.join(', ')}`);
      }),
  };
}

/** Everything that the person's identifiers lead to, each by itself and all together. */
async function handedOnFor(site: Site, person: VendorPerson): Promise<readonly Identifier[]> {
  const { produces } = site.connector.manifest.identifiers;
  const all: Identifier[] = [];
  for (const work of locateWorks(site.connector.manifest, person.subject)) {
    const { kind } = work.identifier;
    const { identifiers } = await locateFrom(new ConnectorProcess(site), person.subject, work);
    ensureTrue(identifiers, person, produces);
    const others = knownOf(person).filter((each) => produces.includes(each.kind) && each.kind !== kind);
    if (person.foundBy?.[kind] === undefined)
      ensureAll(identifiers, [...others, ...(person.alsoKnownAs ?? [])], `located by ${kind}`);
    all.push(...identifiers);
  }
  const known = knownOf(person).filter(({ kind }) => produces.includes(kind));
  ensureAll(all, known, 'located by all identifiers');
  return all;
}

function ensureTrue(
  handedOn: readonly Identifier[],
  person: VendorPerson,
  produces: readonly Identifier['kind'][],
): void {
  const known = knownOf(person);
  for (const identifier of handedOn) {
    const { kind } = identifier;
    ensure(produces.includes(kind), `an identifier of the kind ${kind} is handed on, which is not declared`);
    const own = known.some((each) => isSame(each, identifier));
    ensure(own, `an identifier of the kind ${kind} is handed on that is not the data subject's`);
  }
}

function ensureAll(handedOn: readonly Identifier[], expected: readonly Identifier[], where: string): void {
  const missing = expected.filter((each) => !handedOn.some((identifier) => isSame(each, identifier)));
  const kinds = [...new Set(missing.map(({ kind }) => kind))].join(', ');
  ensure(missing.length === 0, `${where}, an identifier is not handed on: ${kinds}`);
}

function knownOf({ subject, alsoKnownAs = [] }: VendorPerson): readonly Identifier[] {
  return [...subject.identifiers, ...alsoKnownAs];
}

function isSame(one: Identifier, other: Identifier): boolean {
  if (one.kind !== other.kind) return false;
  return one.kind === 'email' ? sameEmail(one.value, other.value) : one.value === other.value;
}
