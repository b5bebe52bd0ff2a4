import type { RequestView } from '../../application/views/request-view.js';
import type { Lines } from '../output/layout.js';
import type { Style } from '../output/style.js';
import { table } from '../output/table.js';
import { formatDate, formatTimeTo, markOfDeadline, markOfStatus } from './format.js';

/** Requests with their full ids, to copy, and the whole days that are left. */
export function requestTable(requests: readonly RequestView[], isFiltered: boolean, style: Style): Lines {
  if (requests.length === 0 && isFiltered) return ['No requests like that.'];
  if (requests.length === 0) return ['No requests yet. Record one with: dsr request access --email ADDRESS'];
  return table<RequestView>(
    [
      { title: 'ID', text: ({ id }) => id },
      { title: 'TYPE', text: ({ type }) => type },
      {
        title: 'STATUS',
        text: stateOf,
        mark: ({ status }) => markOfStatus(status, style),
        shrinks: true,
      },
      { title: 'DUE', text: ({ dueAt }) => formatDate(dueAt) },
      {
        title: 'LEFT',
        text: ({ daysLeft }) => (daysLeft === null ? '-' : `${String(daysLeft)}d`),
        mark: (request) => markOfDeadline(request, style),
        alignRight: true,
      },
      ...(requests.some(isForecast) ? [forecastColumn] : []),
    ],
    requests,
    style,
  );
}

/** Where it stands, and what has become of what it found. */
function stateOf({ status, retention: { hold, expiredAt } }: RequestView): string {
  const words = [status, ...(hold === null ? [] : ['held']), ...(expiredAt === null ? [] : ['expired'])];
  return words.join(', ');
}

function isForecast({ forecast }: RequestView): boolean {
  return forecast !== null && forecast.doneBy !== null;
}

/** Narrow, for the line is full; `dsr request show` has the time and what it is told from. */
const forecastColumn = {
  title: 'TO GO',
  text: ({ forecast }: RequestView) =>
    forecast === null || forecast.doneBy === null ? '-' : formatTimeTo(forecast.doneBy, new Date()),
  alignRight: true,
};
