import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived. */
export interface Arrival {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers the request that arrived as the `count`-th (from 1). */
export type Answering = (response: ServerResponse, count: number, arrival: Arrival) => void;

/** A vendor over real HTTP. */
export interface Vendor {
  readonly origin: string;
  readonly arrivals: Arrival[];
  answerWith(answering: Answering): void;
  close(): Promise<void>;
}

export async function startVendor(): Promise<Vendor> {
  const arrivals: Arrival[] = [];
  let answering: Answering = (response) => response.end();
  const server = createServer((request, response) => {
    void arrived(request).then((arrival) => {
      arrivals.push(arrival);
      answering(response, arrivals.length, arrival);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    arrivals,
    answerWith(next) {
      answering = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function arrived(request: IncomingMessage): Promise<Arrival> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = request;
  return {
    method,
    url,
    authorization: headers.authorization,
    headers,
    body: Buffer.concat(chunks).toString(),
  };
}

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
