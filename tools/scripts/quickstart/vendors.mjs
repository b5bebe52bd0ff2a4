import { startSimulator } from '../support/simulator.mjs';

/** The person whose requests are carried out; each simulator seeds her, among strangers. */
export const email = 'grace.hopper@example.com';

/** Whose customer numbers Intercom and Klaviyo hold: both accounts are the same shop's. */
const namespace = { external_id: 'shop' };
/** Her number at that shop, as the simulated Intercom gives it to her. */
const customer = 'customer-1';

/** Fast, because these vendors are ours: real ones are asked at their own pace, and looked at every few minutes. */
const drift = {
  settings: { vendorRequestsPerSecond: 50, vendorBurst: 20, verifyEverySeconds: 1 },
};
const intercom = {
  settings: { verifyEverySeconds: 1 },
  namespace,
};
const klaviyo = {
  settings: { verifyEverySeconds: 1 },
  namespace,
  options: {
    subjects: [{ email, phone: '+46701740605', externalId: customer, profiles: 4, events: 250 }],
    limits: Object.fromEntries(
      ['XS', 'S', 'M', 'L', 'XL'].map((name) => [name, { burst: 1000, steady: 60_000 }]),
    ),
  },
};

/** The vendors of the tour: how each is connected, and under which name. */
const vendors = [
  { id: 'drift', title: 'Drift', name: 'support', ...drift },
  { id: 'intercom', title: 'Intercom', name: 'messenger', ...intercom },
  { id: 'klaviyo', title: 'Klaviyo', name: 'newsletter', ...klaviyo },
];

/** npm packages of the connectors. */
export const packages = vendors.map(({ id }) => `@privacy-connectors/connector-${id}`);

/** Starts all simulators. `close()` ends them. */
export async function startVendors() {
  const running = [];
  const close = () => Promise.all(running.map(({ simulator }) => simulator.close()));
  try {
    for (const { options, ...vendor } of vendors) {
      running.push({ ...vendor, simulator: await startSimulator(vendor.id, options) });
    }
    return { vendors: running, close };
  } catch (error) {
    await close();
    throw error;
  }
}
