import type { ConnectionTestView } from '../../application/views/connection-view.js';
import { fields, type Lines, paragraph } from '../output/layout.js';
import { plain, type Style } from '../output/style.js';
import { formatList } from './format.js';
import { rateBudgetText } from './rate-limit.js';

/** What a test of a connection found. */
export function connectionTest(test: ConnectionTestView, style: Style): Lines {
  const { connection, alive, capabilities, unneededScopes } = test;
  const { name, connector, account, grantedScopes, settings, namespaces, policy, rateBudgets } = connection;
  return [
    ...paragraph(
      `${name} (${connector}) ${alive ? 'works.' : 'is rejected by the vendor.'}`,
      '',
      alive ? style.good : style.bad,
    ),
    ...fields([
      ['Account', account ?? '-'],
      ['Settings', formatList(Object.entries(settings).map(([key, value]) => `${key}=${value}`))],
      ['Ids of', formatList(Object.entries(namespaces).map(([kind, name]) => `${name} (${kind})`))],
      ['Packages', formatList(Object.entries(policy).map(([kind, mode]) => `${kind}=${mode}`))],
      ['Granted scopes', grantedScopes === 'unknown' ? 'the vendor does not say' : formatList(grantedScopes)],
      ['Pace', rateBudgets.length === 0 ? '-' : rateBudgets.map(rateBudgetText).join('; ')],
      ...capabilities.map((capability) => capabilityField(capability, style)),
    ]),
    ...(unneededScopes.length === 0
      ? []
      : paragraph(`Not needed, better not granted: ${formatList(unneededScopes)}`, '', style.warning)),
  ];
}

type Field = readonly [label: string, value: string, mark: (text: string) => string];

function capabilityField(found: ConnectionTestView['capabilities'][number], style: Style): Field {
  const { capability, available, missingScopes } = found;
  const label = capability === 'access' ? 'Access' : 'Deletion';
  if (available === 'yes') return [label, 'possible', style.good];
  if (available === 'unknown') return [label, 'unknown until it is tried', plain];
  return [label, `not possible, missing scopes: ${formatList(missingScopes)}`, style.bad];
}
