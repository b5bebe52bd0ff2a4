import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** How a vendor answers that repeats what it was asked, with everything it knows about the person. */
export const indiscretions = [
  '400',
  '401',
  '404',
  '409',
  '422',
  'html',
  'no-json',
  'wrong-shape',
  'redirect',
] as const;
export type Indiscretion = (typeof indiscretions)[number];

/** A vendor whose every answer quotes the person, the call and the token. */
export interface IndiscreetVendor {
  readonly baseUrl: string;
  /** Calls that were answered with a quotation. */
  readonly quoted: () => number;
  close(): Promise<void>;
}

/** Starts one that lets a connection be added, and then is indiscreet in that manner. */
export async function startIndiscreetVendor(
  manner: Indiscretion,
  personal: readonly string[],
): Promise<IndiscreetVendor> {
  let quoted = 0;
  const server = createServer((request, response) => {
    request.resume();
    if (letsConnect(request, response)) return;
    quoted += 1;
    answerIndiscreetly(
      manner,
      [...personal, request.url ?? '', request.headers.authorization ?? ''].join(' | '),
      response,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    quoted: () => quoted,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Tells nothing about its tokens, and knows nobody when it is asked by `connection add`. */
function letsConnect({ url = '' }: IncomingMessage, response: ServerResponse): boolean {
  const known = url.startsWith('/app/token_info') ? 404 : url.includes('example.invalid') ? 200 : undefined;
  if (known === undefined) return false;
  response.writeHead(known, { 'content-type': 'application/json' }).end('{"data":[]}');
  return true;
}

/** Answers in that manner with the quotation in the body, the headers and the words of the status, where there is room. */
export function answerIndiscreetly(manner: Indiscretion, quotation: string, response: ServerResponse): void {
  const plain = encodeURIComponent(quotation);
  const headers = {
    'content-type': 'application/json',
    'x-request-id': plain,
    link: `<https://driftapi.com/?q=${plain}>; rel="next"`,
  };
  switch (manner) {
    case 'html':
      response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end(`<p>${quotation}</p>`);
      return;
    case 'no-json':
      response.writeHead(200, headers).end(`${quotation} is not JSON`);
      return;
    case 'wrong-shape':
      response
        .writeHead(200, headers)
        .end(JSON.stringify({ data: [{ id: quotation, attributes: quotation }], [quotation]: 1 }));
      return;
    case 'redirect':
      response.writeHead(302, { ...headers, location: `https://elsewhere.invalid/?q=${plain}` }).end();
      return;
    default:
      response
        .writeHead(Number(manner), plain, headers)
        .end(JSON.stringify({ error: { type: 'error', message: quotation } }));
  }
}
