import type { Connector } from '@privacy-connectors/core';

/** Where calls go: https, and to a declared host. */
export function originProblems({ manifest }: Connector): readonly string[] {
  const { baseUrl, hosts, id } = manifest;
  const { protocol, hostname } = new URL(baseUrl);
  return [
    ...(protocol === 'https:' ? [] : ['baseUrl is not https']),
    ...(hosts.includes(hostname) ? [] : ['the host of baseUrl is not among hosts']),
    ...(baseUrl.endsWith('/') ? ['baseUrl ends with a slash'] : []),
    ...(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id) ? [] : ['id is not lower-case words joined by hyphens']),
  ];
}
