import type { ConnectionView } from '../../application/views/connection-view.js';
import type { Lines } from '../output/layout.js';
import type { Style } from '../output/style.js';
import { table } from '../output/table.js';
import { formatDate, formatList } from './format.js';

/** Configured accounts. */
export function connectionTable(connections: readonly ConnectionView[], style: Style): Lines {
  if (connections.length === 0) return ['No connections yet. Add one with: dsr connection add'];
  return table<ConnectionView>(
    [
      { title: 'NAME', text: ({ name }) => name, shrinks: true },
      { title: 'CONNECTOR', text: ({ connector }) => connector, shrinks: true },
      { title: 'AUTHENTICATION', text: ({ authentication }) => authentication },
      { title: 'ACCOUNT', text: ({ account }) => account ?? '-', shrinks: true },
      { title: 'IDS OF', text: ({ namespaces }) => formatList(idsOf(namespaces)), shrinks: true },
      { title: 'CREATED', text: ({ createdAt }) => formatDate(createdAt) },
    ],
    connections,
    style,
  );
}

function idsOf(namespaces: ConnectionView['namespaces']): readonly string[] {
  return [...new Set(Object.values(namespaces))];
}
