import type { Handler, Layer } from './exchange.js';

/** Puts layers around a transport; the first layer is outermost. */
export function compose(layers: readonly Layer[], innermost: Handler): Handler {
  return layers.reduceRight<Handler>((next, layer) => layer(next), innermost);
}
