import type { AuditEntryView } from '../../application/views/audit-view.js';
import type { Lines } from '../output/layout.js';
import type { Style } from '../output/style.js';
import { table } from '../output/table.js';
import { formatTime } from './format.js';

/** Entries of the audit log. */
export function auditTable(entries: readonly AuditEntryView[], style: Style): Lines {
  if (entries.length === 0) return ['No entries.'];
  return table<AuditEntryView>(
    [
      { title: 'ENTRY', text: ({ seq }) => String(seq) },
      { title: 'TIME', text: ({ at }) => formatTime(at) },
      { title: 'ACTION', text: ({ action }) => action },
      { title: 'ACTOR', text: ({ actor }) => actor },
      { title: 'DETAILS', text: ({ details }) => detailsText(details), shrinks: true },
    ],
    entries,
    style,
  );
}

function detailsText(details: AuditEntryView['details']): string {
  return Object.entries(details)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');
}
