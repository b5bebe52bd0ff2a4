import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One call as it arrived. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `body` is sent as JSON, a string as it is. */
export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Vendor {
  readonly baseUrl: string;
  readonly calls: readonly Call[];
}

/** Runs `use` against a real HTTP server that answers as told; an `undefined` reply is a 404. */
export async function withVendor<Result>(
  answer: (call: Call) => Reply | undefined | Promise<Reply>,
  use: (vendor: Vendor) => Promise<Result>,
): Promise<Result> {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    void callOf(request).then(async (call) => {
      calls.push(call);
      const { status = 200, body = '', headers = {} } = (await answer(call)) ?? { status: 404 };
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  try {
    return await use({ baseUrl: `http://127.0.0.1:${port}`, calls });
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

async function callOf(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? '/', 'http://vendor.invalid');
  const query = Object.fromEntries(url.searchParams);
  return { method: request.method ?? '', path: url.pathname, query, body: await text(request) };
}
