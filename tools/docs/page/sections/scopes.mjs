import { blocks } from '../../markdown/blocks.mjs';
import { code } from '../../markdown/code.mjs';
import { bullets } from '../../markdown/list.mjs';
import { table } from '../../markdown/table.mjs';
import { text } from '../../markdown/text.mjs';
import { capabilityNames } from '../../words/capability-names.mjs';
import { enumeration } from '../../words/enumeration.mjs';
import { scopesNeededFor } from '../../words/scope-needs.mjs';

/** Which scope serves which capability. */
export function scopes({ manifest }) {
  const rows = Object.entries(manifest.scopes).map(row);
  const head = ['Scope', 'Access', 'Deletion', 'What it is for'];
  const crossed = table(head, rows, 'The vendor has no scopes.');
  return blocks(crossed, needs(manifest), ...(rows.length === 0 ? [] : [noMore]));
}

const noMore =
  'Grant no others: what a token may do beyond these is a risk without a use. Where the vendor tells the granted scopes, such ones raise a warning when a connection is added, tested or listed.';

function row([name, scope]) {
  const cells = capabilityNames.map((capability) => (scope.neededFor.includes(capability) ? 'needed' : ''));
  const optional = scope.neededFor.length === 0 ? 'Optional. ' : '';
  return [code(name), ...cells, `**${text(scope.title)}.** ${optional}${text(scope.description)}`];
}

function needs(manifest) {
  const offered = capabilityNames.filter((name) => manifest.capabilities[name] !== undefined);
  return bullets(offered.map((capability) => need(capability, scopesNeededFor(manifest, capability))));
}

function need(capability, names) {
  const title = capability === 'access' ? 'Access' : 'Deletion';
  return names.length === 0 ? `${title} needs no scope.` : `${title} needs ${enumeration(names.map(code))}.`;
}
