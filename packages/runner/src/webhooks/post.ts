import { type ClientRequest, request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';
import type { LookupFunction } from 'node:net';
import { DeliveryError } from './delivery-error.js';

/** Milliseconds until the receiver must have answered. */
const timeoutMilliseconds = 10_000;

/** What is posted and where; `lookup` says which addresses the host has. */
export interface Post {
  readonly url: URL;
  readonly lookup: LookupFunction;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Posts once, on a connection of its own, and follows no redirect. Of the answer only the status is read, and the connection
 * is closed: what a receiver says is of no use and may be endless.
 * @throws DeliveryError when the answer is not one of 2xx, or there is none in time; the signal's reason when it is aborted.
 */
export async function post(message: Post, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const status = await statusOf(message, signal).catch((error: unknown) => {
    signal.throwIfAborted();
    throw error instanceof DeliveryError ? error : new DeliveryError('unreachable');
  });
  if (status < 200 || status > 299) throw new DeliveryError(`status_${status}`);
}

function statusOf({ url, lookup, headers, body }: Post, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? requestSecurely : requestPlainly;
    const sent = start(url, { method: 'POST', headers, lookup, agent: false }, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    sent.on('error', reject);
    sent.on('close', breakOff(sent, signal));
    sent.end(body);
  });
}

/** Ends a request that takes too long, or whose sender stops. Returns what forgets about it. */
function breakOff(sent: ClientRequest, signal: AbortSignal): () => void {
  const stop = () => sent.destroy(new DeliveryError('unreachable'));
  const timer = setTimeout(() => sent.destroy(new DeliveryError('timeout')), timeoutMilliseconds);
  signal.addEventListener('abort', stop, { once: true });
  return () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  };
}
