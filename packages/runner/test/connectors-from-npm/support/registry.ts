import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { PublishedPackage } from './published-package.js';

/** An npm registry on this computer, so that `npm install` needs no network. */
export interface Registry {
  readonly url: string;
  publish(published: PublishedPackage): void;
  close(): Promise<void>;
}

/** Starts a registry that offers these packages; what else is asked for does not exist. */
export async function startRegistry(packages: readonly PublishedPackage[]): Promise<Registry> {
  const offered = [...packages];
  const server = createServer((request, response) => {
    void answer(offered, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publish: (published) => offered.push(published),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** `/<name>` describes a package, `/-/<name>/<version>.tgz` is its archive; a slash in a name comes as `%2f`. */
async function answer(
  packages: readonly PublishedPackage[],
  { url = '/', headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, first = '', name, file] = url.split('/').map(decodeURIComponent);
  const versions = packages.filter((published) => published.name === (first === '-' ? name : first));
  const asked = versions.find(({ version }) => file === `${version}.tgz`);
  if (asked !== undefined) await pipeline(asked.open(), response);
  else if (versions.length === 0) response.writeHead(404).end('{}');
  else response.end(JSON.stringify(description(versions, `http://${headers.host ?? ''}`)));
}

function description(versions: readonly PublishedPackage[], registry: string): object {
  const [latest] = versions;
  return {
    name: latest?.name,
    'dist-tags': { latest: latest?.version },
    versions: Object.fromEntries(
      versions.map(({ name, version, packageJson }) => {
        const tarball = `${registry}/-/${encodeURIComponent(name)}/${version}.tgz`;
        return [version, { ...packageJson, version, dist: { tarball } }];
      }),
    ),
  };
}
