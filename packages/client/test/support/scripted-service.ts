import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What one call is answered with. */
export type Answer = (response: ServerResponse, call: Call) => void;

/** A call as it arrived. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

/** An HTTP server that answers its calls one after the other as it was told. */
export interface ScriptedService {
  readonly url: string;
  readonly calls: readonly Call[];
  close(): Promise<void>;
}

/** Starts a server for `answers`; calls beyond them are answered like the last one. */
export async function startService(...answers: readonly Answer[]): Promise<ScriptedService> {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    request.resume();
    const { method = '', url: path = '', headers } = request;
    const call = { method, path, headers };
    calls.push(call);
    (answers[calls.length - 1] ?? answers.at(-1))?.(response, call);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, calls, close };
}

export function json(status: number, document: unknown, headers: Record<string, string> = {}): Answer {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return (response) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(document));
  };
}

/** Says nothing and hangs up. */
export const cut: Answer = (response) => {
  response.socket?.destroy();
};

/** Sends text as a stream and hangs up in the middle of it. */
export function cutAfter(text: string | Buffer, headers: Record<string, string>, status = 200): Answer {
  return (response) => {
    response.writeHead(status, headers).write(text, () => response.socket?.destroy());
  };
}
