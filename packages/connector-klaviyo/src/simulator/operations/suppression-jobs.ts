import {
  jsonObjectOf,
  type Answer,
  type Route,
  type SimulatedRequest,
} from '@privacy-connectors/conformance/simulator';
import type { Suppression } from '../world/suppressions.js';
import { document, klaviyoError } from './answers.js';
import type { Context } from './context.js';
import { guarded } from './guarded.js';
import { at, textAt } from './json-path.js';

const TYPE = 'profile-suppression-bulk-create-job';
const TEMPLATE = '/api/profile-suppression-bulk-create-jobs';

/** Suppression of e-mails, by jobs that can be asked about. */
export function suppressionRoutes(context: Context): readonly Route[] {
  return [
    guarded(context, {
      operationId: 'suppressProfiles',
      method: 'POST',
      template: TEMPLATE,
      scopes: ['profiles:write', 'subscriptions:write'],
      rateClass: 'L',
      handle: (request) => suppress(context, request),
    }),
    guarded(context, {
      operationId: 'getSuppressionJob',
      method: 'GET',
      template: `${TEMPLATE}/{id}`,
      scopes: ['subscriptions:read'],
      rateClass: 'L',
      handle: ({ parameters }) => {
        const job = context.world.suppressions.lookUp(parameters['id'] ?? '');
        return job === undefined ? klaviyoError(404) : document(200, { data: resourceOf(job) });
      },
    }),
  ];
}

function suppress({ world }: Context, request: SimulatedRequest): Answer {
  const body = jsonObjectOf(request);
  const profiles = at(body, ['data', 'attributes', 'profiles', 'data']);
  if (textAt(body, ['data', 'type']) !== TYPE || !Array.isArray(profiles))
    return klaviyoError(400, 'The job has no type or no profiles.', { pointer: '/data' });
  const emails = profiles.map((profile) => textAt(profile, ['attributes', 'email']));
  const known = emails.filter((email) => email !== undefined);
  if (known.length !== emails.length || known.length === 0 || known.length > 100)
    return klaviyoError(400, 'Name 1 to 100 e-mails.', { pointer: '/data/attributes/profiles' });
  return document(202, { data: resourceOf(world.suppressions.accept(known)) });
}

function resourceOf({
  id,
  status,
  emails,
  completed,
  skipped,
  createdAt,
  completedAt,
}: Suppression): unknown {
  const attributes = {
    status,
    created_at: new Date(createdAt).toISOString(),
    total_count: emails.length,
    completed_count: completed,
    skipped_count: skipped,
    completed_at: completedAt === undefined ? null : new Date(completedAt).toISOString(),
  };
  return { type: TYPE, id, attributes, links: { self: `${TEMPLATE}/${id}` } };
}
