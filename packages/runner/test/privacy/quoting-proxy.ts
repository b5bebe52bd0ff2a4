import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerIndiscreetly, type Indiscretion } from './indiscreet-vendor.js';

/** Stands before a vendor, and quotes calls with all their secrets when it is told to. */
export interface QuotingProxy {
  readonly baseUrl: string;
  /** What was quoted: path with query, authorisation and body of a call each. */
  readonly quotations: readonly string[];
  /** Answers in that manner, whatever is called; passes calls on again when undefined. */
  quote(manner: Indiscretion | undefined): void;
  close(): Promise<void>;
}

export async function startQuotingProxy(vendorUrl: string): Promise<QuotingProxy> {
  const quotations: string[] = [];
  let manner: Indiscretion | undefined;
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      if (manner === undefined) {
        await passOn(vendorUrl, request, body, response);
        return;
      }
      const quotation = `${request.url ?? ''} | ${request.headers.authorization ?? ''} | ${body}`;
      quotations.push(quotation);
      answerIndiscreetly(manner, quotation, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    quotations,
    quote: (next) => {
      manner = next;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function passOn(
  vendorUrl: string,
  { method = 'GET', url = '', headers }: IncomingMessage,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const { authorization = '', 'content-type': type = 'application/json' } = headers;
  const answer = await fetch(`${vendorUrl}${url}`, {
    method,
    headers: { authorization, 'content-type': type },
    ...(method === 'GET' ? {} : { body }),
  });
  response.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? 'application/json',
  });
  response.end(await answer.text());
}
