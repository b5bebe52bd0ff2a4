import type { EndpointLimits } from '../limits/endpoint-limits.js';
import type { KlaviyoBehaviour } from '../options.js';
import type { PrivateKeys } from '../private-keys.js';
import type { KlaviyoWorld } from '../world/klaviyo-world.js';

/** What the operations work on. */
export interface Context {
  readonly behaviour: KlaviyoBehaviour;
  readonly world: KlaviyoWorld;
  readonly keys: PrivateKeys;
  readonly limits: EndpointLimits;
}
