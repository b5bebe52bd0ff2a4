import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CancelledError } from '@privacy-connectors/core/errors';
import { InputError } from '../errors/runner-error.js';
import { callbackHeaders, callbackPage } from './callback-page.js';

/**
 * A server on this machine that waits for the browser to come back from the vendor's authorisation page. It answers one
 * path, and hands over the query of the first call; a wrong `state` is for the caller to refuse.
 */
export class AuthorizationCallback {
  readonly redirectUri: string;
  readonly #server: Server;
  readonly #arrived: Promise<URLSearchParams>;

  private constructor(server: Server, state: string) {
    this.#server = server;
    this.redirectUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`;
    this.#arrived = new Promise((resolve) => {
      server.on('request', (request, response) => {
        const [path, query] = (request.url ?? '').split('?', 2);
        const parameters = new URLSearchParams(query);
        const called = request.method === 'GET' && path === '/callback';
        const ours = called && parameters.get('state') === state;
        response.writeHead(ours ? 200 : 400, { ...callbackHeaders, connection: 'close' });
        response.end(
          callbackPage(
            ours
              ? 'Go back to the terminal: it tells whether the connection works. You can close this window.'
              : 'This is not the answer that was expected.',
          ),
        );
        if (called) resolve(parameters);
      });
    });
  }

  /** @throws InputError when the port is taken. */
  static async listen(port: number, state: string): Promise<AuthorizationCallback> {
    const server = createServer({ requestTimeout: 10_000, maxHeaderSize: 16_384 });
    server.listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch (error) {
      throw new InputError(`Port ${port} is taken or not allowed. Choose another one with --callback-port.`, {
        cause: error,
      });
    }
    return new AuthorizationCallback(server, state);
  }

  /** The query the browser came back with. @throws CancelledError when `signal` aborts first. */
  async wait(signal: AbortSignal): Promise<URLSearchParams> {
    const aborted = once(signal, 'abort').then(() => {
      throw new CancelledError('The authorisation was not completed.');
    });
    if (signal.aborted) throw new CancelledError('The authorisation was not completed.');
    return Promise.race([this.#arrived, aborted]);
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close').catch(() => undefined);
  }
}
