import type { RequestView } from '../../application/views.js';
import type { Lines } from '../output/layout.js';
import type { Style } from '../output/style.js';
import { table } from '../output/table.js';
import { formatDate, markOfStatus } from './format.js';

/** Requests with their full ids, to copy. */
export function requestTable(requests: readonly RequestView[], style: Style): Lines {
  if (requests.length === 0) return ['No requests yet. Record one with: dsr request access --email ADDRESS'];
  return table<RequestView>(
    [
      { title: 'ID', text: ({ id }) => id },
      { title: 'TYPE', text: ({ type }) => type },
      { title: 'STATUS', text: ({ status }) => status, mark: ({ status }) => markOfStatus(status, style) },
      { title: 'DUE', text: ({ dueAt }) => formatDate(dueAt) },
      {
        title: 'CONNECTIONS',
        text: ({ tasks }) => tasks.map(({ connection }) => connection).join(', '),
        shrinks: true,
      },
    ],
    requests,
    style,
  );
}
