import type { ConnectorSummary } from '../../connectors/connector-summary.js';
import type { Lines } from '../output/layout.js';
import type { Style } from '../output/style.js';
import { table } from '../output/table.js';
import { formatList } from './format.js';

/** The connectors of the catalogue. */
export function connectorTable(connectors: readonly ConnectorSummary[], style: Style): Lines {
  if (connectors.length === 0) return ['No connectors are configured.'];
  return table<ConnectorSummary>(
    [
      { title: 'ID', text: ({ id }) => id, shrinks: true },
      { title: 'TITLE', text: ({ title }) => title, shrinks: true },
      { title: 'VERSION', text: ({ version }) => version, shrinks: true },
      { title: 'VENDOR API', text: ({ vendorApiVersion }) => vendorApiVersion, shrinks: true },
      { title: 'CAPABILITIES', text: ({ capabilities }) => formatList(capabilities) },
    ],
    connectors,
    style,
  );
}
