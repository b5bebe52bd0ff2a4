import { ConnectorError } from '@privacy-connectors/core/errors';
import type { Bench } from '../check.js';
import { ConformanceFailure } from '../failure.js';
import type { VendorOptions } from '../vendor.js';
import { FakeClock } from './clock.js';
import { ConnectorProcess } from './process.js';
import type { Site } from './site.js';

/** How a vendor is started, apart from its clock; with every declared scope unless told otherwise. */
export type StartOptions = Partial<Omit<VendorOptions, 'now'>>;

/** Starts a fresh vendor, tests the connection as the runner does, and ends the vendor whatever happens. */
export function withSite<Result>(
  bench: Bench,
  use: (site: Site) => Promise<Result>,
  options: StartOptions = {},
): Promise<Result> {
  return withUntestedSite(
    bench,
    async (untested) => use({ ...untested, grantedScopes: await grantedScopes(untested) }),
    options,
  );
}

/** The same without the test of the connection, whose end is what is looked at. */
export async function withUntestedSite<Result>(
  { connector, vendor: conformanceVendor }: Bench,
  use: (site: Site) => Promise<Result>,
  options: StartOptions = {},
): Promise<Result> {
  const clock = new FakeClock();
  const scopes = Object.keys(connector.manifest.scopes);
  const vendor = await conformanceVendor.start({ scopes, ...options, now: clock.now });
  try {
    return await use({ connector, conformanceVendor, vendor, clock, grantedScopes: 'unknown' });
  } finally {
    await vendor.close();
  }
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
