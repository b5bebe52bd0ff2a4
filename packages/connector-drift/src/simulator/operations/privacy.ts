import {
  json,
  jsonObjectOf,
  type Answer,
  type Route,
  type SimulatedRequest,
} from '@privacy-connectors/conformance/simulator';
import type { Context } from './context.js';
import { driftError } from './errors.js';
import { guarded } from './guarded.js';

/** `POST /gdpr/delete`: accepted at once, carried out later, with no job id and no status. */
export function privacyRoutes(context: Context): readonly Route[] {
  return [
    guarded(context, {
      operationId: 'deletePersonalData',
      method: 'POST',
      template: '/gdpr/delete',
      scopes: ['gdpr_write'],
      handle: (request) => deletePersonalData(context, request),
    }),
  ];
}

/** An e-mail that nobody has is accepted too: the documentation names no other answer. */
function deletePersonalData(context: Context, request: SimulatedRequest): Answer {
  const email = jsonObjectOf(request)?.['email'];
  if (typeof email !== 'string' || !email.includes('@')) return driftError(400, 'email is required');
  context.world.acceptErasure(email);
  return json(200, { data: { message: 'The deletion of all data of this e-mail is processing' } });
}
