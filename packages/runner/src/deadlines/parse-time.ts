import { dayMilliseconds } from './days-left.js';

const form = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** A time in ISO 8601, or a date: then the moment at which that day begins in UTC. Undefined for anything else. */
export function startOf(text: string): Date | undefined {
  const day = form.exec(text)?.[1];
  if (day === undefined || !isInCalendar(day)) return undefined;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** The same, but of a date the last moment of that day. */
export function endOf(text: string): Date | undefined {
  const start = startOf(text);
  if (start === undefined || text.includes('T')) return start;
  return new Date(start.getTime() + dayMilliseconds - 1);
}

/** JavaScript reads 30 February as 1 March. */
function isInCalendar(day: string): boolean {
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}
