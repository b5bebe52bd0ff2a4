import { VendorContractError } from '../errors/index.js';

/** What a cursor remembers to notice that a listing runs in circles: its last place, and an older one to meet again. @public */
export type Trail = {
  readonly place: string;
  readonly anchor: string;
  readonly steps: number;
  readonly lap: number;
};

/** JSON Schema of {@link Trail}. @public */
export const trailSchema = {
  type: 'object',
  required: ['place', 'anchor', 'steps', 'lap'],
  properties: {
    place: { type: 'string' },
    anchor: { type: 'string' },
    steps: { type: 'integer' },
    lap: { type: 'integer' },
  },
} as const;

/**
 * The trail after one more page: Brent's cycle detection, which finds a circle of any length with two places in memory.
 * @throws VendorContractError when the vendor leads back to a place that was read. @public
 */
export function follow(trail: Trail | null, place: string, operation: string): Trail {
  if (trail === null) return { place, anchor: place, steps: 0, lap: 1 };
  if (place === trail.place || place === trail.anchor) {
    throw new VendorContractError('The pages of a listing lead back to a page that was already read.', {
      operation,
    });
  }
  const steps = trail.steps + 1;
  return steps === trail.lap
    ? { place, anchor: place, steps: 0, lap: trail.lap * 2 }
    : { place, anchor: trail.anchor, steps, lap: trail.lap };
}
