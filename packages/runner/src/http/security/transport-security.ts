import type { FastifyInstance } from 'fastify';

const oneYear = 365 * 24 * 60 * 60;

/** Tells browsers to come by https alone, where they came by it: over http the header means nothing, and must not be sent. */
export function registerTransportSecurity(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (request.protocol === 'https') {
      void reply.header('strict-transport-security', `max-age=${oneYear}; includeSubDomains`);
    }
    done();
  });
}
