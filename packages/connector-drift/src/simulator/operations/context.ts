import type { TokenAuthority } from '@privacy-connectors/conformance/simulator';
import type { DriftBehaviour } from '../options.js';
import type { DriftWorld } from '../world/drift-world.js';

/** What the operations work on. */
export interface Context {
  readonly behaviour: DriftBehaviour;
  readonly world: DriftWorld;
  readonly tokens: TokenAuthority;
}
