import type { Bench, Check } from '../check.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import { boundOf, scanUntilStill } from '../driver/scan-passes.js';
import type { Site } from '../driver/site.js';
import { keyOf } from '../driver/stored.js';
import { locateAll } from '../driver/streamed-access.js';
import { withSite } from '../driver/with-site.js';
import { ensure, ensureSame } from '../failure.js';

/** A thing of somebody that is touched once so many pages were read. */
interface Move {
  readonly resource: string;
  readonly id: string;
  readonly afterPages: number;
}

/** Somebody writes to a conversation while the list is read: it jumps over what was read already, and is found anyway. */
export function movedThingsAreFound(bench: Bench): Check {
  return {
    name: 'a thing that moves to another page while a scan runs is found',
    run: async () => {
      for (const [resource, { lookup }] of Object.entries(bench.connector.manifest.resources)) {
        if (lookup !== 'scan') continue;
        const undisturbed = await withSite(bench, (site) => scan(site, resource, () => undefined));
        for (const move of await movesOf(bench, resource, undisturbed.pages)) {
          const { own } = await withSite(bench, (site) =>
            scan(site, resource, (pages) => {
              if (pages === move.afterPages) touch(site, move);
            }),
          );
          const where = `scan ${resource}: ${move.id} moved after page ${move.afterPages}`;
          ensureSame(own, undisturbed.own, `${where}, and things of the data subject were missed`);
        }
      }
    },
  };
}

/** Everything of the subject and of the stranger, moved between any two pages. */
function movesOf(bench: Bench, resource: string, pages: number): Promise<readonly Move[]> {
  return withSite(bench, ({ vendor }) => {
    const ids = [vendor.subject, vendor.stranger].flatMap(({ records }) => records[resource] ?? []);
    const moments = Array.from({ length: pages }, (_, index) => index + 1);
    return Promise.resolve(
      ids.flatMap((id) => moments.map((afterPages): Move => ({ resource, id, afterPages }))),
    );
  });
}

function touch({ vendor }: Site, { resource, id }: Move): void {
  ensure(vendor.touch !== undefined, 'the vendor has no `touch`, and there are scans');
  vendor.touch(resource, id);
}

interface Scanned {
  /** Keys of what belongs to the data subject, sorted. */
  readonly own: readonly string[];
  readonly pages: number;
}

async function scan(site: Site, resource: string, afterPage: (pages: number) => void): Promise<Scanned> {
  const { subject } = site.vendor.subject;
  const process = new ConnectorProcess(site);
  const located = await locateAll(process, subject);
  const owners = new Set(located.map(({ owner }) => owner));
  let pages = 0;
  const things = await scanUntilStill(
    async (cursor) => {
      const page = await perform(process, subject, { kind: 'scan', resource, cursor });
      pages += 1;
      afterPage(pages);
      return page;
    },
    site.connector.manifest.resources[resource]?.scanOrder,
    boundOf(located),
  );
  const own = things.filter(({ owner }) => owners.has(owner)).map(({ ref }) => keyOf(ref));
  return { own: [...new Set(own)].sort(), pages };
}
