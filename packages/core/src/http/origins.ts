import { ConfigError } from '../errors/index.js';

/**
 * Checks a list of allowed origins (`scheme://host:port`, the port only if it is not the scheme's own).
 * @throws ConfigError for one that is not an exact origin, or neither https nor loopback.
 */
export function allowedOrigins(origins: readonly string[]): ReadonlySet<string> {
  const problem = origins.find((origin) => !isSafeOrigin(origin));
  if (problem === undefined) return new Set(origins);
  throw new ConfigError(
    'An allowed origin must be an exact `https://host` (or `http://` on this machine), without path or credentials.',
  );
}

function isSafeOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return (
    url.origin === origin &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))
  );
}

/** True for names and addresses that never leave this machine. `hostname` is as in a parsed URL. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** True when `url` goes to one of the origins, without credentials in it. */
export function isAllowed(url: string, origins: ReadonlySet<string>): boolean {
  const { origin, username, password } = new URL(url);
  return origins.has(origin) && username === '' && password === '';
}
