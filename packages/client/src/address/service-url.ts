import { ServiceOptionsError } from '../errors/service-options-error.js';

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address of a service, without a slash at its end. A key travels by https, or stays on this machine, unless
 * `allowPlainHttp` says that the network in between is trusted.
 * @throws {@link ServiceOptionsError} that does not repeat the URL: it may hold a password.
 */
export function serviceUrl(text: string, allowPlainHttp: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new ServiceOptionsError('The URL of the service must look like https://dsr.example.com.');
  }
  if (`${url.username}${url.password}${url.search}${url.hash}` !== '') {
    throw new ServiceOptionsError(
      'The URL of the service must hold no user, password, query or fragment: give the key by itself.',
    );
  }
  if (url.protocol === 'http:' && !allowPlainHttp && !loopback.test(url.hostname)) {
    throw new ServiceOptionsError(
      'The URL of the service must use https: over http everybody in between could read the key.',
    );
  }
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}
