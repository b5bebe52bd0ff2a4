import { ValidateBy } from 'class-validator';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Why a URL cannot be used, or undefined: it must be https at one of `hosts`, or http(s) at a loopback address. */
function vendorUrlProblem(value: unknown, hosts: readonly string[]): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return 'must be a URL';
  const url = new URL(value);
  return excessOf(url) ?? (LOOPBACK.test(url.hostname) ? loopbackProblem(url) : remoteProblem(url, hosts));
}

function excessOf({ username, password, search, hash }: URL): string | undefined {
  if (username !== '' || password !== '') return 'must not hold a user name or password';
  return search === '' && hash === '' ? undefined : 'must end after the path';
}

function loopbackProblem({ protocol }: URL): string | undefined {
  return protocol === 'http:' || protocol === 'https:' ? undefined : 'must use https or http';
}

function remoteProblem({ host, protocol }: URL, hosts: readonly string[]): string | undefined {
  if (!hosts.includes(host)) return `must be at ${hosts.join(' or ')}, or at a loopback address`;
  return protocol === 'https:' ? undefined : 'must use https';
}

/** class-validator decorator: https at one of `hosts`, or http(s) at a loopback address; nothing but origin and path. */
export function IsVendorUrl(hosts: readonly string[]): PropertyDecorator {
  return ValidateBy({
    name: 'isVendorUrl',
    validator: {
      validate: (value) => vendorUrlProblem(value, hosts) === undefined,
      defaultMessage: (validation) =>
        `${validation?.property ?? 'URL'} ${vendorUrlProblem(validation?.value, hosts) ?? 'is not accepted'}.`,
    },
  });
}
