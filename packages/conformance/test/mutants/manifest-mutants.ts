import { connector as otter } from '../otter/connector.js';
import { manifest as otterManifest } from '../otter/manifest.js';
import { otterVendor } from '../otter/vendor.js';
import { manifest } from '../pigeon/manifest.js';
import { normaliseTokenAnswer } from '../pigeon/tokens.js';
import { changing } from './changing.js';
import { withManifest, type Mutant } from './mutant.js';

const check = 'the manifest agrees with itself and with the steps';
const { operations, resources, rateLimits } = manifest;
const changingOtter = changing(otter);

class LaxSettings {
  baseUrl: string = otterManifest.settings.baseUrl.default;
  region: string = otterManifest.settings.region.default;
}

/** Connectors whose manifest contradicts itself or the code. */
export const manifestMutants: readonly Mutant[] = [
  {
    fault: 'scans letters that nobody owns',
    connector: withManifest({
      resources: { ...resources, letters: { ...resources.letters, parent: undefined } },
    }),
    check,
    says: /letters is scanned and does not name the parent that owns it/,
  },
  {
    fault: 'counts a call in a limit that is not there',
    connector: withManifest({
      operations: { ...operations, whoAmI: { ...operations.whoAmI, rateLimit: 'none' } },
    }),
    check,
    says: /whoAmI counts in the undeclared rate limit none/,
  },
  {
    fault: 'declares a limit that nothing counts in',
    connector: withManifest({ rateLimits: { ...rateLimits, spare: rateLimits.all } }),
    check,
    says: /no operation counts in the rate limit spare/,
  },
  {
    fault: 'reads tokens, and has a key',
    connector: changingOtter.withImplementation({ normaliseTokenAnswer }),
    vendor: otterVendor,
    check,
    says: /normaliseTokenAnswer must be there exactly when the scheme is oauth2/,
  },
  {
    fault: 'lists a value that the settings refuse',
    connector: withRegion({ values: ['eu', 'us', 'moon'] }),
    vendor: otterVendor,
    check,
    says: /the setting region refuses a value that is listed/,
  },
  {
    fault: 'lists values without the default',
    connector: withRegion({ values: ['us'] }),
    vendor: otterVendor,
    check,
    says: /the setting region has a default that is not listed/,
  },
  {
    fault: 'takes any text where values are listed',
    connector: changingOtter.withImplementation({ settings: LaxSettings }),
    vendor: otterVendor,
    check,
    says: /the setting region accepts a value that is not listed/,
  },
];

function withRegion(changes: object) {
  const { settings } = otterManifest;
  return changingOtter.withManifest({
    settings: { ...settings, region: { ...settings.region, ...changes } },
  });
}
