import { isoTime } from '../times.js';
import { markup, type Markup } from './markup.js';

const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const time = new Intl.DateTimeFormat('en-GB', {
  ...date,
  ...{ hour: '2-digit', minute: '2-digit', timeZone: 'UTC' },
});
const day = new Intl.DateTimeFormat('en-GB', { ...date, timeZone: 'UTC' });

/** A time as a reader and a program read it, in UTC until the page's script changes it; nothing for what is no time. */
export function timeMarkup(epochMilliseconds: number | undefined): Markup | undefined {
  const iso = isoTime(epochMilliseconds);
  return iso === undefined
    ? undefined
    : markup`<time datetime="${iso}">${timeText(epochMilliseconds)}</time>`;
}

/** The same as plain text; nothing for what is no time. */
export function timeText(epochMilliseconds: number | undefined): string | undefined {
  return isoTime(epochMilliseconds) === undefined ? undefined : `${time.format(epochMilliseconds)} UTC`;
}

/** The days of two times, as one when they are the same; nothing for what is no time. */
export function daysMarkup(from: number | undefined, to: number | undefined): Markup | undefined {
  if (isoTime(from) === undefined || isoTime(to) === undefined) return undefined;
  const [first, last] = [day.format(from), day.format(to)];
  return first === last ? markup`${first}` : markup`${first} to ${last}`;
}
