import { ConnectorError } from '@privacy-connectors/core/errors';
import type { Bench } from '../check.js';
import { ConformanceFailure } from '../failure.js';
import type { RunningVendor, VendorOptions } from '../vendor.js';
import { FakeClock } from './clock.js';
import { ConnectorProcess } from './process.js';
import type { Site } from './site.js';

/** How a vendor is started, apart from its clock; with every declared scope unless told otherwise. */
export type StartOptions = Partial<Omit<VendorOptions, 'now'>>;

/** Starts a fresh vendor, tests the connection as the runner does, and ends the vendor whatever happens. */
export async function withSite<Result>(
  bench: Bench,
  use: (site: Site) => Promise<Result>,
  options: StartOptions = {},
): Promise<Result> {
  const clock = new FakeClock();
  const scopes = Object.keys(bench.connector.manifest.scopes);
  const vendor = await bench.vendor.start({ scopes, ...options, now: clock.now });
  try {
    return await use(await tested(bench, vendor, clock));
  } finally {
    await vendor.close();
  }
}

async function tested(bench: Bench, vendor: RunningVendor, clock: FakeClock): Promise<Site> {
  const { connector, vendor: conformanceVendor } = bench;
  const untested: Site = { connector, conformanceVendor, vendor, clock, grantedScopes: 'unknown' };
  return { ...untested, grantedScopes: await grantedScopes(untested) };
}

/** Unknown when the test of the connection needs a scope itself and fails without it. */
async function grantedScopes(site: Site): Promise<Site['grantedScopes']> {
  try {
    return (await new ConnectorProcess(site).check()).grantedScopes;
  } catch (error) {
    if (ConnectorError.is(error) && error.code === 'missing_scope') return 'unknown';
    if (!ConnectorError.is(error)) throw error;
    const message = `check: ended as ${error.name} with the vendor's own token or key`;
    throw new ConformanceFailure(message, { cause: error });
  }
}
