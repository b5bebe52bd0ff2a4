import type { Bench, Check } from '../check.js';
import { heldBytes } from '../driver/heap.js';
import { ConnectorProcess } from '../driver/process.js';
import type { Site } from '../driver/site.js';
import { streamAccess } from '../driver/streamed-access.js';
import { withSite } from '../driver/with-site.js';
import { ensure } from '../failure.js';

const manyRecords = 100_000;

/** Far more than one page, far less than all of them. */
const mostInOneStep = 1000;

/** Bytes by which the heap may grow while three quarters of the records are read: what the vendor's call log takes. */
const mostGrowth = 6 * 1024 ** 2;

/** What a page held is gone when the next one is read. Only where the vendor can hold so much. */
export function memoryIsBounded(bench: Bench): Check {
  return {
    name: 'a hundred thousand records are read in a fixed heap',
    run: () => withSite(bench, (site) => readMany(site), { manyRecords }),
  };
}

async function readMany(site: Site): Promise<void> {
  const { subject } = site.vendor.subject;
  const process = new ConnectorProcess(site);
  const samples: number[] = [];
  let read = 0;
  await streamAccess(process, subject, (resource, { records }) => {
    ensure(records.length <= mostInOneStep, `read ${resource}: ${records.length} records in one step`);
    if (resource === site.conformanceVendor.manyRecords) read += records.length;
    // The kit's own log of this process is no memory of the connector.
    process.observations.length = 0;
    if (read >= ((samples.length + 1) * manyRecords) / 4) samples.push(heldBytes());
  });
  ensure(read >= manyRecords, `${read} of ${manyRecords} records were read`);
  const [first = 0] = samples;
  const growth = (samples.at(-1) ?? 0) - first;
  const megabytes = (growth / 1024 ** 2).toFixed(1);
  ensure(growth < mostGrowth, `the heap grew by ${megabytes} MiB while the records were read`);
}
