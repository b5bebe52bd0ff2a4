import {
  empty,
  jsonObjectOf,
  type Answer,
  type Route,
  type SimulatedRequest,
} from '@privacy-connectors/conformance/simulator';
import { klaviyoError } from './answers.js';
import type { Context } from './context.js';
import { guarded } from './guarded.js';
import { at, textAt } from './json-path.js';

const PROFILE = ['data', 'attributes', 'profile', 'data'];

/** `POST /data-privacy-deletion-jobs`: 202 without a body and without an id. */
export function deletionRoutes(context: Context): readonly Route[] {
  return [
    guarded(context, {
      operationId: 'requestDeletion',
      method: 'POST',
      template: '/api/data-privacy-deletion-jobs',
      scopes: ['data-privacy:write'],
      rateClass: 'S',
      handle: (request) => requestDeletion(context, request),
    }),
  ];
}

function requestDeletion({ world, behaviour }: Context, request: SimulatedRequest): Answer {
  const body = jsonObjectOf(request);
  const typed = textAt(body, ['data', 'type']) === 'data-privacy-deletion-job';
  if (!typed || textAt(body, [...PROFILE, 'type']) !== 'profile')
    return klaviyoError(400, 'The job or the profile has no type.', { pointer: '/data' });
  if (at(body, [...PROFILE, 'attributes']) === undefined)
    return klaviyoError(400, 'A profile has attributes.', { pointer: `/${PROFILE.join('/')}` });
  const identifiers = identifiersIn(body);
  const [only] = identifiers;
  if (only === undefined || identifiers.length > 1)
    return klaviyoError(400, 'Name exactly one identifier.', { pointer: `/${PROFILE.join('/')}` });
  const [field, value] = only;
  if (behaviour.unknownDeletion === 'reject' && world.find(field, [value]).length === 0)
    return klaviyoError(404, 'There is no such profile.');
  world.requestDeletion(field, value);
  return empty(202);
}

function identifiersIn(body: unknown): readonly (readonly [field: string, value: string])[] {
  const found: readonly (readonly [string, string | undefined])[] = [
    ['id', textAt(body, [...PROFILE, 'id'])],
    ['email', textAt(body, [...PROFILE, 'attributes', 'email'])],
    ['phone_number', textAt(body, [...PROFILE, 'attributes', 'phone_number'])],
  ];
  return found.flatMap(([field, value]) => (value === undefined ? [] : [[field, value] as const]));
}
