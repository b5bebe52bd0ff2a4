import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another host, to which redirects lead and nothing may follow. */
export interface Decoy {
  readonly url: string;
  readonly visits: number;
}

/** Runs `act` while the other host is up. */
export async function withDecoy<Result>(act: (decoy: Decoy) => Promise<Result>): Promise<Result> {
  let visits = 0;
  const server = createServer((_, answer) => {
    visits += 1;
    answer.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    return await act({
      url,
      get visits() {
        return visits;
      },
    });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
