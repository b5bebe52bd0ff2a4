import { Sensitive } from '@privacy-connectors/core';
import { ConnectionParams } from '../inputs/common-inputs.js';
import { NewTokenConnectionBody, RemovalQuery } from '../inputs/connection-inputs.js';
import { listOf, reference } from '../schemas/schema.js';
import { json, route, type Route } from './route.js';

const tag = 'Connections';

/** Accounts at vendors. */
export const connectionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/connections',
    operationId: 'listConnections',
    tag,
    summary: 'List the connections.',
    access: 'auditor',
    answers: { 200: { description: 'All connections.', schema: listOf(reference('Connection')) } },
    handle: async ({ services }) => json(200, await services.connections.list()),
  }),
  route({
    method: 'POST',
    path: '/v1/connections',
    operationId: 'addConnection',
    tag,
    summary: 'Add a connection with a token, or give the one of that name a new token.',
    access: 'admin',
    body: NewTokenConnectionBody,
    answers: {
      200: { description: 'The connection existed; it is renewed.', schema: reference('AddedConnection') },
      201: {
        description: 'The vendor accepted the token; the connection is added.',
        schema: reference('AddedConnection'),
      },
    },
    handle: async ({ services, body: { token, ...connection }, signal }) => {
      const credentials = { kind: 'static_token', token: new Sensitive(token) } as const;
      const added = await services.connections.add({ ...connection, credentials }, signal);
      return json(added.renewed ? 200 : 201, added);
    },
  }),
  route({
    method: 'POST',
    path: '/v1/connections/{name}/test',
    operationId: 'testConnection',
    tag,
    summary: 'Ask the vendor whether a connection works.',
    access: 'admin',
    params: ConnectionParams,
    answers: { 200: { description: 'What the vendor said.', schema: reference('ConnectionTest') } },
    handle: async ({ services, params, signal }) =>
      json(200, await services.connections.test(params.name, signal)),
  }),
  route({
    method: 'DELETE',
    path: '/v1/connections/{name}',
    operationId: 'removeConnection',
    tag,
    summary: 'Remove a connection, end its access at the vendor, and destroy its credentials.',
    access: 'admin',
    params: ConnectionParams,
    query: RemovalQuery,
    answers: {
      200: {
        description: 'It is removed; `state` tells whether the vendor refuses its credentials.',
        schema: reference('RemovedConnection'),
      },
    },
    handle: async ({ services, params, query, signal }) =>
      json(200, await services.connections.remove(params.name, { forget: query.forget === 'true', signal })),
  }),
];
