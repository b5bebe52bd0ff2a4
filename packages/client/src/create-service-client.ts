import createClient, { type Client } from 'openapi-fetch';
import { serviceUrl } from './address/service-url.js';
import { download, type Download } from './download/download.js';
import { ServiceOptionsError } from './errors/service-options-error.js';
import type { ServerSentEvent } from './events/event-stream.js';
import { followEvents, type FollowOptions } from './events/follow-events.js';
import type { paths } from './generated/schema.js';
import { signedExchange } from './transport/exchange.js';
import { repeated } from './transport/repeat.js';
import { streams } from './transport/streams.js';
import { wholeAnswers } from './transport/whole-answers.js';

/** Where the service is, and who calls. */
export interface ServiceOptions {
  /** E.g. `https://dsr.example.com`; plain http on this machine only, unless `allowPlainHttp`. */
  readonly url: string;
  /** An API key, as `dsr keys create` prints it. */
  readonly key: string;
  /** Lets the key travel over http to other machines, e.g. within a private network. */
  readonly allowPlainHttp?: boolean;
  /** How long a call may take, and a stream be silent, in milliseconds. Default: two minutes. */
  readonly timeoutMilliseconds?: number;
}

/** A client of one service. */
export interface ServiceClient {
  /**
   * Every route by its path: `(await api.GET('/v1/requests')).data`. A call that was not carried out throws, so that `data`
   * is there and `error` is not. Passing failures are tried again where that cannot do anything twice.
   */
  readonly api: Client<paths>;
  /** What happens to a request, from its first event on or after `lastEventId`, until the signal is aborted. */
  events(requestId: string, options: FollowOptions): AsyncIterable<ServerSentEvent>;
  /** The package of an ended access request. */
  downloadPackage(requestId: string, signal: AbortSignal): Promise<Download>;
  /** The audit log as lines of JSON. */
  downloadAudit(range: AuditTimes, signal: AbortSignal): Promise<Download>;
}

/** A part of the audit log by the times of its entries, in ISO 8601: from the first on, and before the second. */
export interface AuditTimes {
  readonly from?: string;
  readonly to?: string;
}

const defaultTimeout = 120_000;

/**
 * Makes a client; nothing is sent yet. Its calls throw {@link ServiceProblem} when the service refuses and
 * {@link ServiceUnreachable} when it does not answer. No error carries the key.
 * @throws {@link ServiceOptionsError} when the URL or the key cannot be right.
 */
export function createServiceClient(options: ServiceOptions): ServiceClient {
  const { timeoutMilliseconds = defaultTimeout } = options;
  const url = serviceUrl(options.url, options.allowPlainHttp ?? false);
  const exchange = signedExchange(checkedKey(options.key));
  const open = streams(exchange, timeoutMilliseconds);
  const placeOf = (path: string) => new URL(`${url.pathname}/v1/${path}`.replace('//', '/'), url);
  const requestUrl = (id: string, part: string) => placeOf(`requests/${encodeURIComponent(id)}/${part}`);
  return {
    api: createClient<paths>({
      baseUrl: url.href,
      fetch: repeated(wholeAnswers(exchange, timeoutMilliseconds)),
    }),
    events: (requestId, follow) => followEvents(open, requestUrl(requestId, 'events'), follow),
    downloadAudit: (range, signal) => {
      const place = placeOf('audit/export');
      place.search = new URLSearchParams({ ...range }).toString();
      return download(open, place, signal);
    },
    downloadPackage: (requestId, signal) => download(open, requestUrl(requestId, 'package'), signal),
  };
}

/** What no header can carry is no key; `fetch` would repeat it in its complaint. */
function checkedKey(key: string): string {
  if (/^[\x21-\x7e]{1,512}$/.test(key)) return key;
  throw new ServiceOptionsError(
    'The API key must be one line of letters, digits and signs: copy it as it was printed.',
  );
}
