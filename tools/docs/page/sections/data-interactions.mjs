import { blocks } from '../../markdown/blocks.mjs';
import { accessSteps } from '../interactions/access-steps.mjs';
import { callsFor } from '../interactions/calls.mjs';
import { deletionSteps } from '../interactions/deletion-steps.mjs';

/** What happens with the vendor, step by step. */
export function dataInteractions({ manifest }) {
  return blocks(
    '### Access',
    part(manifest, 'access', accessSteps),
    '### Deletion',
    part(manifest, 'deletion', deletionSteps),
  );
}

function part(manifest, capability, stepsOf) {
  if (manifest.capabilities[capability] === undefined) return `The connector offers no ${capability}.`;
  return blocks(stepsOf(manifest), callsFor(manifest, capability));
}
