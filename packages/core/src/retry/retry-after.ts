const longestMs = 24 * 60 * 60 * 1000;

/**
 * Reads a `Retry-After` header (RFC 9110, section 10.2.3): whole seconds or an HTTP date. Returns milliseconds from `now`
 * (epoch milliseconds), at most a day. Undefined for what asks for no wait: absent, unreadable, negative or past values. @public
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const wait = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : httpDate(header) - now;
  return wait > 0 ? Math.min(wait, longestMs) : undefined;
}

/**
 * NaN for what is not a date. `Date.parse` alone would also take "-5" or "12" for one, and the asctime form, which names no
 * zone, for local time. HTTP dates are UTC (RFC 9110, section 5.6.7), and saying so twice does no harm.
 */
function httpDate(header: string): number {
  return /^[A-Za-z]{3,9},? .*\d{2}:\d{2}:\d{2}/.test(header.trim())
    ? Date.parse(`${header} GMT`)
    : Number.NaN;
}
