import type { IdentifierKind } from '@privacy-connectors/core';
import type { Bench, Check } from '../check.js';
import { locateWorks } from '../driver/locating.js';
import { locateFrom } from '../driver/locate-from.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import { keyOf } from '../driver/stored.js';
import { withSite } from '../driver/with-site.js';
import { ensure, ensureSameSet } from '../failure.js';
import type { VendorPerson } from '../vendor.js';

/** What one identifier found: refs by the records they lead to. */
interface Found {
  readonly kind: IdentifierKind;
  readonly refs: ReadonlyMap<string, string>;
}

/** Each identifier by itself finds the person's things, and a thing that two of them find has one ref: it is read once. */
export function identifiersFindTheSame(bench: Bench): Check {
  return {
    name: 'each identifier finds the same things under the same refs',
    run: () =>
      withSite(bench, async (site) => {
        ensureKinds(bench, site.vendor.unknown.identifiers, 'unknown');
        for (const [name, person] of Object.entries(peopleOf(site.vendor))) {
          ensureKinds(bench, person.subject.identifiers, name);
          ensureSameThings(await foundByEach(new ConnectorProcess(site), person), person);
        }
      }),
  };
}

function peopleOf({ subject, stranger }: { subject: VendorPerson; stranger: VendorPerson }) {
  return { subject, stranger };
}

/** A kind that nobody is asked for by is a kind that is not tested. */
function ensureKinds(
  { connector }: Bench,
  known: readonly { readonly kind: IdentifierKind }[],
  person: string,
): void {
  for (const kind of connector.manifest.identifiers.consumes) {
    const has = known.some((identifier) => identifier.kind === kind);
    ensure(has, `the vendor's ${person} has no identifier of the kind ${kind}, which the connector consumes`);
  }
}

async function foundByEach(process: ConnectorProcess, { subject }: VendorPerson): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const work of locateWorks(process.site.connector.manifest, subject)) {
    const { things } = await locateFrom(process, subject, work);
    const refs = new Map<string, string>();
    for (const { resource, ref } of things) {
      const read = { kind: 'read', resource, ref, cursor: null } as const;
      const { records } = await perform(process, subject, read);
      for (const { id } of records) refs.set(`${resource}/${id}`, keyOf(ref));
    }
    found.push({ kind: work.identifier.kind, refs });
  }
  return found;
}

function ensureSameThings(found: readonly Found[], { foundBy = {} }: VendorPerson): void {
  const together = [...new Set(found.flatMap(({ refs }) => [...refs.keys()]))];
  for (const { kind, refs } of found) {
    ensureSameSet([...refs.keys()], foundBy[kind] ?? together, `found by ${kind}`);
    for (const [name, ref] of refs) {
      const other = found.find((each) => (each.refs.get(name) ?? ref) !== ref);
      ensure(
        other === undefined,
        `${name} has one ref when found by ${kind} and another by ${other?.kind ?? ''}`,
      );
    }
  }
}
