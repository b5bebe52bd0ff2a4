import { Sensitive } from '@privacy-connectors/core';
import { callbackHeaders, callbackPage } from '../../connections/callback-page.js';
import { AuthorizationParams } from '../inputs/authorization-inputs.js';
import { NewAuthorizationBody } from '../inputs/connection-inputs.js';
import { reference } from '../schemas/schema.js';
import { json, route, type Route } from './route.js';

const tag = 'Connections';

const pages = {
  completed: { status: 200, text: 'The connection is authorised. You can close this page.' },
  failed: { status: 400, text: 'The connection could not be authorised. Whoever started it is told why.' },
  refused: { status: 400, text: 'This authorisation is not known, was used before or is too old.' },
} as const;

/** Connections that a person authorises in a browser. */
export const authorizationRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/authorizations',
    operationId: 'startAuthorization',
    tag,
    summary: 'Start to add a connection by an authorisation in a browser.',
    access: 'admin',
    body: NewAuthorizationBody,
    answers: {
      201: { description: 'Open authorizationUrl in a browser.', schema: reference('StartedAuthorization') },
    },
    handle: async ({ services, body: { clientSecret, ...authorization } }) => {
      const secret = new Sensitive(clientSecret);
      return json(201, await services.authorizations.start({ ...authorization, clientSecret: secret }));
    },
  }),
  route({
    method: 'GET',
    path: '/v1/authorizations/{id}',
    operationId: 'showAuthorization',
    tag,
    summary: 'Show where an authorisation stands that this key started.',
    access: 'admin',
    params: AuthorizationParams,
    answers: { 200: { description: 'The authorisation.', schema: reference('Authorization') } },
    handle: async ({ services, params }) => json(200, await services.authorizations.show(params.id)),
  }),
  route({
    method: 'GET',
    path: '/v1/oauth/callback',
    operationId: 'receiveAuthorization',
    tag,
    summary: 'Where vendors send browsers back to.',
    access: 'public',
    query: 'any',
    answers: {
      200: { description: 'A page for the person.', mediaType: 'text/html' },
      400: { description: 'A page for the person.', mediaType: 'text/html' },
    },
    timeLimit: 150_000,
    handle: async ({ application, rawQuery }) => {
      const end = await application.authorizationCallbacks.receive(new URLSearchParams(rawQuery));
      const { status, text } = pages[end];
      return { status, body: callbackPage(text), headers: callbackHeaders };
    },
  }),
];
