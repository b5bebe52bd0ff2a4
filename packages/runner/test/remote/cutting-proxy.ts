import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A network between a client and a service. */
export interface CuttingProxy {
  readonly url: string;
  /** How many connections were cut. */
  readonly cuts: () => number;
  close(): Promise<void>;
}

/** Passes bytes on, and cuts each connection after exactly that many came back from the service; `times` connections in all. */
export async function startCuttingProxy(
  service: string,
  bytes: number,
  times: number,
): Promise<CuttingProxy> {
  const { hostname, port } = new URL(service);
  const sockets = new Set<Socket>();
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.pipe(upstream);
    let passed = 0;
    upstream.on('data', (chunk: Buffer) => {
      const room = cuts < times ? bytes - passed : chunk.length;
      passed += chunk.length;
      if (chunk.length < room || cuts === times) {
        client.write(chunk);
        return;
      }
      cuts += 1;
      client.end(chunk.subarray(0, room));
      upstream.destroy();
    });
    upstream.on('close', () => client.end());
    client.on('close', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    cuts: () => cuts,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
