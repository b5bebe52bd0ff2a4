import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { fastify, type FastifyInstance } from 'fastify';
import { roles } from '../../access/role.js';
import type { Route } from '../routes/route.js';
import { fastifyPath } from '../routes/fastify-path.js';
import { namedSchemas } from '../schemas/named-schemas.js';
import { inputSchema } from './input-schema.js';
import { operationOf } from './operation.js';

/** The OpenAPI 3.1 document of routes. */
export async function openApiDocument(routes: readonly Route[]): Promise<object> {
  const server = fastify({ exposeHeadRoutes: false });
  // The document is all that the schemas are for here: input is checked by our own classes.
  server.setValidatorCompiler(() => () => true);
  server.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  await server.register(swagger, options);
  addSchemas(server, routes);
  for (const route of routes) {
    const { method, path } = route;
    server.route({ method, url: fastifyPath(path), schema: operationOf(route), handler: answerNothing });
  }
  await server.ready();
  return server.swagger();
}

function addSchemas(server: FastifyInstance, routes: readonly Route[]): void {
  for (const [name, schema] of Object.entries(namedSchemas)) server.addSchema({ $id: name, ...schema });
  const bodies = new Set(routes.flatMap(({ body }) => (body === undefined ? [] : [body])));
  for (const body of bodies) server.addSchema({ $id: body.name, ...inputSchema(body) });
}

function answerNothing(): Promise<void> {
  return Promise.resolve();
}

const description =
  'Runs privacy requests (access and deletion) through one connector per vendor. Every answer that is no success is a problem document (RFC 9457). Answers may gain properties: ignore those you do not know.';

/** The version is that of the routes' paths. */
const options: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Privacy Connectors',
      description,
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    components: {
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: `A key of "dsr keys create". The role that an operation needs stands with it; each role includes those before it: ${roles.join(', ')}.`,
        },
      },
    },
    security: [],
  },
  refResolver: { buildLocalReference: ({ $id }) => (typeof $id === 'string' ? $id : '') },
};
