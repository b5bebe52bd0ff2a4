import type { TokenAuthority } from '@privacy-connectors/conformance/simulator';
import type { IntercomBehaviour } from '../options.js';
import type { IntercomWorld } from '../world/intercom-world.js';
import type { RateWindow } from './rate-window.js';

/** What the operations work on. */
export interface Context {
  readonly behaviour: IntercomBehaviour;
  readonly world: IntercomWorld;
  readonly tokens: TokenAuthority;
  readonly window: RateWindow | undefined;
}
