import { blocks } from '../../markdown/blocks.mjs';
import { table } from '../../markdown/table.mjs';
import { text } from '../../markdown/text.mjs';
import { capabilityNames } from '../../words/capability-names.mjs';

const titles = { access: '### Out of reach of access', deletion: '### Out of reach of deletion' };

/** Personal data that the vendor's API cannot give or erase. */
export function notCovered({ manifest }) {
  return blocks(...capabilityNames.flatMap((capability) => [titles[capability], gaps(manifest, capability)]));
}

function gaps(manifest, wanted) {
  const rows = manifest.notCovered
    .filter(({ capability }) => capability === wanted)
    .map(({ what, why, remedy }) => [what, why, remedy].map(text));
  return table(['What', 'Why', 'Remedy'], rows, 'Nothing is known.');
}
