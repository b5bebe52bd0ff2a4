import type { DriftReport } from '../cassettes/drift/drift-check.js';
import type { LiveFinding } from './live-report.js';

/** So many fields and places are named; the rest is counted. */
const most = 12;

/** What the answers of a live run say about the API description, without anything of what was answered. */
export function driftFinding({ answers, mismatches, news }: DriftReport): LiveFinding {
  const wrong = mismatches.map(
    ({ operationId, status, pointer, expected }) =>
      `${operationId} ${status} at ${pointer === '' ? 'the top' : pointer}, expected ${expected}`,
  );
  const fresh = news.map(({ operationId, pointer }) => `${operationId} ${pointer}`);
  return {
    statement: 'the answers are as the API description says',
    outcome: wrong.length === 0 ? 'kept' : 'broken',
    detail: [
      `${answers} answers compared`,
      ...(wrong.length === 0 ? [] : [`not as described: ${listed(wrong)}`]),
      ...(fresh.length === 0 ? [] : [`fields that are new: ${listed(fresh)}`]),
    ].join('; '),
  };
}

function listed(texts: readonly string[]): string {
  const rest = texts.length - most;
  return [...texts.slice(0, most), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}
