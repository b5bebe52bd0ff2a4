import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { fastify, type FastifyInstance } from 'fastify';
import type { Application } from '../application/application.js';
import { registerCallLog } from './call-log.js';
import { openApiDocument } from './openapi/document.js';
import { answerBrokenConnection } from './problems/broken-connection.js';
import { problemOf } from './problems/problem-of.js';
import { registerProblems, sendProblem } from './problems/register-problems.js';
import { allRoutes } from './routes/all-routes.js';
import { registerRoutes } from './routes/register-routes.js';
import { Gate } from './security/gate.js';
import { frameworkLimits, mostHeaders, securityHeaders } from './security/limits.js';
import { registerTransportSecurity } from './security/transport-security.js';

/** What differs between installations. */
export interface ServerOptions {
  /** Addresses or networks of reverse proxies whose `X-Forwarded-For` is believed. */
  readonly trustProxy: readonly string[];
}

/** The HTTP server with every route, not yet listening. */
export async function createServer(
  application: Application,
  { trustProxy }: ServerOptions,
): Promise<FastifyInstance> {
  const server = fastify({
    ...frameworkLimits,
    trustProxy: trustProxy.length === 0 ? false : [...trustProxy],
    logger: false,
    exposeHeadRoutes: false,
    clientErrorHandler: answerBrokenConnection,
    // What is no URL reaches neither a route nor the handler of errors.
    frameworkErrors: (error, _request, reply) => {
      sendProblem(reply, problemOf(error));
    },
  });
  server.server.maxHeadersCount = mostHeaders;
  registerProblems(server, allRoutes, application.log);
  await server.register(helmet, securityHeaders);
  registerTransportSecurity(server);
  await server.register(rateLimit, { global: false });
  const description = await openApiDocument(allRoutes);
  const gate = new Gate(server, application.authentication);
  registerCallLog(server, application.log, gate);
  const stop = new AbortController();
  server.addHook('preClose', () => {
    stop.abort();
    return Promise.resolve();
  });
  registerRoutes(server, allRoutes, { application, gate, description, stopping: stop.signal });
  await server.ready();
  return server;
}
