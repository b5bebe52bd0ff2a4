import { summarise } from '../../connectors/connector-summary.js';
import { ConnectorParams } from '../inputs/common-inputs.js';
import { listOf, reference } from '../schemas/schema.js';
import { json, route, type Route } from './route.js';

const tag = 'Connectors';

/** Connectors that can be used. */
export const connectorRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/connectors',
    operationId: 'listConnectors',
    tag,
    summary: 'List the connectors.',
    access: 'auditor',
    answers: { 200: { description: 'All connectors.', schema: listOf(reference('ConnectorSummary')) } },
    handle: ({ application }) =>
      Promise.resolve(
        json(
          200,
          application.connectors.list().map(({ manifest }) => summarise(manifest)),
        ),
      ),
  }),
  route({
    method: 'GET',
    path: '/v1/connectors/{id}',
    operationId: 'showConnector',
    tag,
    summary: 'Show what a connector covers and needs.',
    access: 'auditor',
    params: ConnectorParams,
    answers: { 200: { description: 'Its manifest.', schema: reference('Manifest') } },
    handle: ({ application, params }) =>
      Promise.resolve(json(200, application.connectors.get(params.id).manifest)),
  }),
];
