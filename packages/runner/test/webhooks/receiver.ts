import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { verifyWebhook } from '../../src/webhooks/signature.js';

/** What a receiver got, and whether its signature holds. */
export interface Received {
  readonly id: string;
  readonly requestId: string;
  readonly eventId: number;
  readonly kind: string;
  readonly details: { readonly [name: string]: unknown };
  readonly signed: boolean;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver of webhooks, over real HTTP. */
export class Receiver {
  readonly secret = 'a secret of the receiver';
  readonly received: Received[] = [];
  /** How it answers; with 204 unless a test says otherwise. */
  answer: (response: ServerResponse, received: Received) => void = (response) => {
    response.writeHead(204).end();
  };
  readonly #server: Server;
  readonly #waiting = new Set<() => void>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      void text(request).then((body) => {
        receiver.#take(request.headers, body, response);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/hook?token=of-the-receiver`;
  }

  /** Resolves when `count` webhooks have come in all. */
  async until(count: number): Promise<void> {
    while (this.received.length < count) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
      });
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #take(headers: IncomingHttpHeaders, body: string, response: ServerResponse): void {
    const timestamp = String(headers['dsr-webhook-timestamp']);
    const signature = String(headers['dsr-webhook-signature']);
    const signed = verifyWebhook(this.secret, { body, timestamp, signature });
    const received = { ...(JSON.parse(body) as Received), signed, headers, body };
    this.received.push(received);
    this.answer(response, received);
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
