/** Headers that say something about an exchange and nothing about a person, a secret or an address. */
const shown = new Set([
  'accept',
  'content-length',
  'content-type',
  'date',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'request-id',
  'retry-after',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'x-request-id',
]);

/** The headers that may be logged or recorded, by lower-case name. Everything not known to be harmless is left out. @public */
export function redactHeaders(headers: Headers): Readonly<Record<string, string>> {
  return Object.fromEntries([...headers].filter(([name]) => shown.has(name)));
}
