import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The vendor of the made-up connector. */
export interface KiteShop {
  readonly baseUrl: string;
  readonly key: string;
  close(): Promise<void>;
}

const key = 'kite-key-3141';
const customers = [
  { id: 'c1', email: 'jane@example.org', kite: 'The red one with the long tail' },
  { id: 'c2', email: 'joe@example.org', kite: 'The blue one' },
];

/** Starts a shop with two customers. */
export async function startKiteShop(): Promise<KiteShop> {
  const server = createServer((request, response) => {
    const { status, body } = answer(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answer({ url = '', headers }: IncomingMessage): { status: number; body: unknown } {
  if (headers['x-kite-key'] !== key) return { status: 401, body: {} };
  const { pathname, searchParams } = new URL(url, 'http://shop.example');
  const email = searchParams.get('email');
  if (pathname === '/customers') return { status: 200, body: customers.filter((one) => one.email === email) };
  const found = customers.find(({ id }) => pathname === `/customers/${id}`);
  return found === undefined ? { status: 404, body: {} } : { status: 200, body: found };
}
