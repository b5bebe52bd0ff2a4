import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { OpenApiDocument } from '@privacy-connectors/core/http';
import { json, type Answer } from './answer.js';
import { CallLog, type Call, type TokenKind } from './call-log.js';
import { deliver, deliverHalf, reset } from './delivery.js';
import { describedAnswers, undescribed, type DescribedAnswers } from './described-answers.js';
import type { Fault } from './fault.js';
import { faultAnswer } from './fault-answer.js';
import { Faults } from './faults.js';
import { Hold } from './hold.js';
import { Hooks } from './hooks.js';
import type { LeakyBucket } from './leaky-bucket.js';
import { matchRoute, type MatchedRoute, type Route } from './route.js';
import { bearerOf, readBody, type SimulatedRequest } from './simulated-request.js';

export interface SimulatorServerOptions {
  readonly routes: readonly Route[];
  /** What kind of token this is, for the call log. */
  readonly tokenKind: (bearer: string | undefined) => TokenKind;
  /** The vendor's error form for a status, for faults, the rate limit and unknown paths. */
  readonly errorBody: (status: number) => unknown;
  /**
   * The connector's API description (`openapi` of `src/generated/openapi.ts`). Every answer of an operation in it must be as
   * described in status, media type and body, apart from planted faults. One that is not becomes a 500 that says where, and
   * `close` throws. Nothing is compared by default.
   */
  readonly openapi?: OpenApiDocument;
  /** The rate limit of metered operations; none by default. */
  readonly bucket?: LeakyBucket;
  /** Whether the 429 of a full bucket says in `Retry-After` when the next request fits; no by default. */
  readonly retryAfter?: boolean;
  /** Milliseconds that every answer takes at least; 0 by default. */
  readonly latency?: number;
  /** The port on 127.0.0.1; any free one by default. */
  readonly port?: number;
  /** Milliseconds; Date.now by default. */
  readonly now?: () => number;
}

interface Exchange {
  readonly call: Call;
  readonly outgoing: ServerResponse;
  readonly fault: Fault | undefined;
  readonly matched: MatchedRoute | undefined;
  readonly request: SimulatedRequest;
}

/** A vendor's HTTP server: routing, call log, rate limit, faults and hooks. What the vendor does is in the routes. */
export class SimulatorServer {
  readonly calls = new CallLog();
  readonly faults = new Faults();
  readonly hooks = new Hooks();
  readonly #options: SimulatorServerOptions;
  readonly #server: Server;
  readonly #failures: unknown[] = [];
  readonly #described: DescribedAnswers;
  #baseUrl = '';

  private constructor(options: SimulatorServerOptions) {
    this.#options = options;
    this.#described = options.openapi === undefined ? () => undefined : describedAnswers(options.openapi);
    // Longer than any pause of a client's budget: a connection closed while idle would look like a fault.
    this.#server = createServer({ keepAliveTimeout: 120_000 }, (incoming, outgoing) => {
      this.#serve(incoming, outgoing).catch((failure: unknown) => {
        this.#failures.push(failure);
        outgoing.destroy();
      });
    });
  }

  /** Listens. @throws Error when the port is taken. */
  static async start(options: SimulatorServerOptions): Promise<SimulatorServer> {
    const simulator = new SimulatorServer(options);
    await new Promise<void>((resolve, reject) => {
      simulator.#server.once('error', reject);
      simulator.#server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    simulator.#baseUrl = `http://127.0.0.1:${(simulator.#server.address() as AddressInfo).port}`;
    return simulator;
  }

  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  get baseUrl(): string {
    return this.#baseUrl;
  }

  /** Ends every connection and frees the port. @throws the first error of a route or answer that is not as described, so that a broken simulator is noticed. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
      this.#server.closeAllConnections();
    });
    if (this.#failures.length > 0) throw this.#failures[0];
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const clientGone = new Promise<void>((resolve) => outgoing.once('close', resolve));
    const url = new URL(incoming.url ?? '/', 'http://simulator.invalid');
    const matched = matchRoute(this.#options.routes, incoming.method ?? 'GET', url.pathname);
    const call = this.#begin(incoming, matched);
    const body = await readBody(incoming).catch(() => undefined);
    if (body === undefined) return;
    await this.hooks.run('beforeHandling', call);
    const effect = this.faults.take(call);
    if (effect instanceof Hold && !(await effect.wait(clientGone))) return;
    const fault = effect instanceof Hold ? undefined : effect;
    await this.#handle({ call, outgoing, fault, matched, request: requestOf(incoming, url, body, matched) });
  }

  async #handle(exchange: Exchange): Promise<void> {
    const { call, outgoing, fault, matched, request } = exchange;
    if (fault?.kind === 'reset' && fault.moment === 'before') {
      reset(outgoing);
      return;
    }
    const { errorBody, latency } = this.#options;
    const planted = faultAnswer(fault, errorBody, this.faults.quote);
    const answer = planted ?? (await this.#answer(request, matched));
    if (latency !== undefined) await delay(latency);
    await this.#send(call, outgoing, answer, fault);
  }

  #begin(incoming: IncomingMessage, matched: MatchedRoute | undefined): Call {
    return this.calls.begin({
      operationId: matched?.route.operationId ?? 'unknown',
      method: incoming.method ?? 'GET',
      template: matched?.route.template ?? 'unknown',
      tokenKind: this.#options.tokenKind(bearerOf(incoming.headers)),
      at: (this.#options.now ?? Date.now)(),
    });
  }

  async #answer(request: SimulatedRequest, matched: MatchedRoute | undefined): Promise<Answer> {
    const { bucket, errorBody } = this.#options;
    if (matched === undefined) return json(404, errorBody(404));
    const full = matched.route.metered && bucket?.take() === false;
    const answer = full ? this.#throttled(bucket) : await matched.route.handle(request);
    return this.#asDescribed(matched.route.operationId, answer);
  }

  #asDescribed(operationId: string, answer: Answer): Answer {
    const problem = this.#described(operationId, answer);
    if (problem === undefined) return answer;
    this.#failures.push(problem);
    return undescribed(problem);
  }

  #throttled(bucket: LeakyBucket): Answer {
    const seconds = String(Math.ceil(bucket.secondsUntilFree()));
    const headers = this.#options.retryAfter === true ? { 'retry-after': seconds } : {};
    return json(429, this.#options.errorBody(429), headers);
  }

  async #send(call: Call, outgoing: ServerResponse, answer: Answer, fault: Fault | undefined): Promise<void> {
    await this.hooks.run('beforeAnswer', call);
    if (fault?.kind === 'reset') {
      reset(outgoing);
      return;
    }
    this.calls.finish(call, answer.status);
    await (fault?.kind === 'truncate' ? deliverHalf(outgoing, answer) : deliver(outgoing, answer));
    await this.hooks.run('afterAnswer', call);
  }
}

function requestOf(
  incoming: IncomingMessage,
  url: URL,
  body: Buffer,
  matched: MatchedRoute | undefined,
): SimulatedRequest {
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    parameters: matched?.parameters ?? {},
    query: url.searchParams,
    headers: incoming.headers,
    body,
    bearer: bearerOf(incoming.headers),
  };
}
