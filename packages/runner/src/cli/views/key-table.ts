import type { ApiKeyView } from '../../application/views/api-key-view.js';
import type { Lines } from '../output/layout.js';
import type { Style } from '../output/style.js';
import { table } from '../output/table.js';
import { formatDate } from './format.js';

/** Keys of the service. */
export function keyTable(keys: readonly ApiKeyView[], style: Style): Lines {
  if (keys.length === 0) return ['No keys yet. Create one with: dsr keys create --role admin'];
  return table<ApiKeyView>(
    [
      { title: 'ID', text: ({ id }) => id },
      { title: 'ROLE', text: ({ role }) => role },
      { title: 'NAME', text: ({ name }) => name ?? '-', shrinks: true },
      { title: 'EXPIRES', text: ({ expiresAt }) => formatDate(expiresAt) },
      { title: 'REVOKED', text: ({ revokedAt }) => dateOrDash(revokedAt) },
      { title: 'LAST USED', text: ({ lastUsedAt }) => dateOrDash(lastUsedAt) },
    ],
    keys,
    style,
  );
}

function dateOrDash(iso: string | null): string {
  return iso === null ? '-' : formatDate(iso);
}
