import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Log } from '../../logging/log.js';
import { placeOf } from '../call-log.js';
import type { Route } from '../routes/route.js';
import { kinds, problem } from './kinds.js';
import { problemOf } from './problem-of.js';
import { type Problem, ProblemError } from './problem.js';

/** Makes every answer that is no success a problem document. */
export function registerProblems(server: FastifyInstance, routes: readonly Route[], log: Log): void {
  server.setErrorHandler((error, request, reply) => {
    const found = problemOf(error);
    if (found.status >= 500) log.error('http.failed', { ...placeOf(request), status: found.status, error });
    if (error instanceof ProblemError) void reply.headers(error.headers);
    return sendProblem(reply, found);
  });
  server.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(routes, request.url);
    if (methods.length === 0) {
      return sendProblem(reply, problem(kinds.noRoute, 'GET /v1/openapi.json tells the routes there are.'));
    }
    void reply.header('allow', methods.join(', '));
    return sendProblem(reply, problem(kinds.wrongMethod, `This route takes ${methods.join(', ')}.`));
  });
}

/** Sends a problem as its media type wants it. */
export function sendProblem(reply: FastifyReply, found: Problem): FastifyReply {
  return (
    reply
      .code(found.status)
      .header('cache-control', 'no-store')
      .header('content-type', 'application/problem+json')
      // Bytes: to a text the framework would add a character set, which this media type does not have.
      .send(Buffer.from(JSON.stringify(found), 'utf8'))
  );
}

/** The methods of the routes at a URL. */
function methodsOf(routes: readonly Route[], url: string): readonly string[] {
  const [path = ''] = url.split('?');
  return routes.filter((route) => patternOf(route.path).test(path)).map(({ method }) => method);
}

/** Paths are our own, and free of what a pattern would take for more than itself but the dot. */
function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}
