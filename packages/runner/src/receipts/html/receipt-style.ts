import { markup } from '../../package/html/markup.js';
import { styleSheet } from '../../package/html/style-sheet.js';

/** The style of a package's pages, with tables. */
export const receiptStyle = markup`${styleSheet}
main { padding-top: 2.5rem; }
h1 { margin-bottom: 1.25rem; }
.scroll { overflow-x: auto; margin: 0.5rem 0 1rem; }
.scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 1rem 0.4rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-size: 0.875rem; font-weight: 600; }
td { min-width: 5rem; }
@media print { .scroll { overflow: visible; } tr { break-inside: avoid; } }
`;
