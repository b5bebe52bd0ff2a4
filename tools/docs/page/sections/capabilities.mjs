import { table } from '../../markdown/table.mjs';
import { text } from '../../markdown/text.mjs';
import { capabilityNames } from '../../words/capability-names.mjs';

const granularities = { whole_record: 'whole record', per_record: 'record by record' };

/** What a request can ask for. */
export function capabilities({ manifest }) {
  const rows = capabilityNames.map((name) => [name, ...described(manifest.capabilities[name])]);
  return table(['Capability', 'Mode', 'Granularity', 'Description'], rows);
}

function described(capability) {
  if (capability === undefined) return ['not offered', '', ''];
  const { mode, granularity, description } = capability;
  return [mode, granularities[granularity], text(description)];
}
