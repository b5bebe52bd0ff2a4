import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { keyIdOf } from '../access/actor.js';
import type { Log } from '../logging/log.js';
import type { LogFields } from '../logging/log-fields.js';
import type { Gate } from './security/gate.js';

/** Tells the log of each call: its route, how it ended, and whose key it had. What only monitors ask for is told in debug. */
export function registerCallLog(server: FastifyInstance, log: Log, gate: Gate): void {
  const factsOf = (request: FastifyRequest, reply?: FastifyReply): LogFields => ({
    ...placeOf(request),
    ...(reply === undefined ? {} : { status: reply.statusCode, milliseconds: reply.elapsedTime }),
    ...keyOf(gate.actorOf(request)?.name),
  });
  server.addHook('onResponse', (request, reply, done) => {
    const level = request.routeOptions.url?.startsWith('/v1/') === false ? 'debug' : 'info';
    log[level]('http.answered', factsOf(request, reply));
    done();
  });
  server.addHook('onRequestAbort', (request, done) => {
    log.info('http.aborted', factsOf(request));
    done();
  });
}

/** Which call it is: the route's template, which is missing where there is no route. */
export function placeOf(request: FastifyRequest): LogFields {
  const { id, method, routeOptions } = request;
  return { call: id, method, ...(routeOptions.url === undefined ? {} : { route: routeOptions.url }) };
}

function keyOf(actor: string | undefined): LogFields {
  const id = keyIdOf(actor ?? '');
  return id === undefined ? {} : { key: id };
}
