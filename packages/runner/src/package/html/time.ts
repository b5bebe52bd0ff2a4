import { isoTime } from '../times.js';
import { markup, type Markup } from './markup.js';

const format = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  timeZone: 'UTC',
});

/** A time as a reader and a program read it, in UTC; nothing for what is no time. */
export function timeMarkup(epochMilliseconds: number | undefined): Markup | undefined {
  const iso = isoTime(epochMilliseconds);
  return iso === undefined
    ? undefined
    : markup`<time datetime="${iso}">${format.format(epochMilliseconds)} UTC</time>`;
}
