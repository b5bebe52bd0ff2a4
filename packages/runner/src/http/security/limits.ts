import type { Server } from 'node:http';
import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyHttpOptions } from 'fastify';

const second = 1000;
const minute = 60 * second;

/** What a caller can make the framework take: neither the memory nor connections can be held for nothing. */
export const frameworkLimits: FastifyHttpOptions<Server> = {
  bodyLimit: 256 * 1024,
  /** For a whole request to arrive, headers and body. */
  requestTimeout: 30 * second,
  /** For a connection on which nothing moves, also while an answer is not taken. */
  connectionTimeout: 2 * minute,
  keepAliveTimeout: 10 * second,
  forceCloseConnections: 'idle',
  routerOptions: { maxParamLength: 200 },
  http: { maxHeaderSize: 16 * 1024, headersTimeout: 10 * second, connectionsCheckingInterval: 2 * second },
};

/** The most connections that wait to be accepted: a thousand clients may come at the same moment. */
export const mostWaiting = 2_048;

/** The most headers that are read of one request. */
export const mostHeaders = 100;

/** The API shows no page that loads anything; nothing it answers may be framed, sniffed or kept. */
export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: false,
};

/** Milliseconds after which a service that stops cuts off answers that are not taken. */
export const stopPatience = 5 * second;

/** Milliseconds between two looks whether the key of an answer without an end is still valid. */
export const keyCheckMilliseconds = 5 * second;

/** Packages that one process makes at the same time, and seconds after which whoever finds no room may ask again. */
export const packageRoom = { builds: 8, retryAfterSeconds: 10 };

/** The deepest that input may be nested. */
export const deepestInput = 16;

/** Milliseconds a handler has, from the request to the beginning of its answer. */
export const handlerMilliseconds = minute;

/** Calls within a window, counted by each process for itself. */
export interface RateLimits {
  readonly windowMilliseconds: number;
  readonly perKey: number;
  /** Of public routes. */
  readonly perAddress: number;
  /** With a key that was refused. */
  readonly refusalsPerAddress: number;
}

export const rateLimits: RateLimits = {
  windowMilliseconds: minute,
  perKey: 12_000,
  perAddress: 1_200,
  refusalsPerAddress: 120,
};
