import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Application } from '../../application/application.js';
import { checkInput } from '../inputs/check-input.js';
import type { Gate } from '../security/gate.js';
import { handlerMilliseconds } from '../security/limits.js';
import { fastifyPath } from './fastify-path.js';
import type { Answer, Call, Route } from './route.js';

/** What the handlers of all routes work with. */
export interface RouteParts {
  readonly application: Application;
  readonly gate: Gate;
  /** The OpenAPI document. */
  readonly description: object;
  /** Aborted when the service stops. */
  readonly stopping: AbortSignal;
}

/** Registers the routes: each behind the gate, its input checked before its handler sees it. */
export function registerRoutes(server: FastifyInstance, routes: readonly Route[], parts: RouteParts): void {
  for (const route of routes) {
    server.route({
      method: route.method,
      url: fastifyPath(route.path),
      ...(route.timeLimit === null ? {} : { handlerTimeout: route.timeLimit ?? handlerMilliseconds }),
      // Before the body is read: a stranger's is not.
      onRequest: async (request, reply) => {
        void reply.header('cache-control', 'no-store');
        await parts.gate.admit(request, route.access);
      },
      handler: async (request, reply) =>
        send(reply, await route.handle(await callOf(route, request, reply, parts))),
    });
  }
}

async function callOf(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { application, gate, description, stopping }: RouteParts,
): Promise<Call<object, object, object>> {
  const actor = gate.actorOf(request);
  return {
    application,
    description,
    actor,
    get services() {
      if (actor === null) throw new Error('A public route acts for nobody.');
      return application.as(actor);
    },
    params: await checkInput(route.params, 'path', request.params ?? {}),
    query: route.query === 'any' ? {} : await checkInput(route.query, 'query', request.query ?? {}),
    rawQuery: request.url.split('?').slice(1).join('?'),
    body: await checkInput(route.body, 'body', request.body ?? {}),
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    signal: leaving(reply),
    stopping,
  };
}

/** Fastify's own signal is aborted as soon as a body has been read. */
function leaving({ raw }: FastifyReply): AbortSignal {
  const left = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) left.abort();
  });
  return left.signal;
}

function send(reply: FastifyReply, { status, body, headers = {} }: Answer): FastifyReply {
  void reply.code(status).headers(headers);
  if (body === undefined || typeof body === 'string' || body instanceof Readable) return reply.send(body);
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
}
