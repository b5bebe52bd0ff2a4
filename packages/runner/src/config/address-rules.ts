import { isIP } from 'node:net';

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The origin of a web address and nothing more, e.g. `https://privacy.example.com`; plain http only on this machine. */
export function isPublicOrigin(value: unknown): boolean {
  const url = parse(value);
  if (url?.origin !== value) return false;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.test(url.hostname));
}

/** A web address without credentials, query or fragment. */
export function isPlainUrl(value: unknown): boolean {
  const url = parse(value);
  if (url === undefined || !/^https?:$/.test(url.protocol)) return false;
  return `${url.username}${url.password}${url.search}${url.hash}` === '';
}

/** A web address without credentials or fragment; plain http only on this machine. */
export function isWebhookUrl(value: unknown): boolean {
  const url = parse(value);
  if (url === undefined) return false;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback.test(url.hostname))) return false;
  return `${url.username}${url.password}${url.hash}` === '';
}

/** A host as it stands in a web address: a name in lower case, an IPv4 address, or an IPv6 address in brackets. */
export function isHost(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[a-z0-9.[\]:-]+$/.test(value)) return false;
  return parse(`https://${value}/`)?.hostname === value;
}

/** An address or a network of addresses, e.g. `10.0.0.7` or `10.0.0.0/8`. */
export function isNetwork(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const [address = '', bits, ...rest] = value.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function parse(value: unknown): URL | undefined {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
}
