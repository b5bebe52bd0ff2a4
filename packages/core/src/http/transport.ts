import type { Handler } from './exchange.js';
import { tagRequest } from './operation-tag.js';
import type { Send } from './send.js';

/** The end of every pipeline: `fetch`, or what stands in for it. Redirects come back as answers. */
export function transport(send: Send | undefined): Handler {
  return (exchange) => {
    const { url, headers, body, signal, operation } = exchange;
    const init: RequestInit = { method: operation.method, headers, body, signal, redirect: 'manual' };
    return send === undefined ? fetch(url, init) : send(tagRequest(new Request(url, init), exchange));
  };
}
