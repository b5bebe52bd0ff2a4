import type { Answer, Route, SimulatedRequest } from '@privacy-connectors/conformance/simulator';
import { classOfProfiles } from '../limits/rate-classes.js';
import { groupResource } from '../world/groups.js';
import { profileResource } from '../world/profile-resource.js';
import { pushTokenResource } from '../world/push-tokens.js';
import type { StoredProfile } from '../world/stored-profile.js';
import { document, klaviyoError } from './answers.js';
import type { Context } from './context.js';
import { filterOf } from './filter.js';
import { guarded } from './guarded.js';
import { pageOf } from './paging.js';

const FIELDS = ['id', 'email', 'phone_number', 'external_id'];

/** `GET /profiles`, `GET /profiles/{id}` and what hangs on a profile. */
export function profileRoutes(context: Context): readonly Route[] {
  const reading = { method: 'GET', scopes: ['profiles:read'], rateClass: classOfProfiles } as const;
  return [
    guarded(context, {
      ...reading,
      operationId: 'findProfiles',
      template: '/api/profiles',
      handle: (request) => findProfiles(context, request),
    }),
    guarded(context, {
      ...reading,
      operationId: 'getProfile',
      template: '/api/profiles/{id}',
      handle: (request) =>
        withProfile(context, request, (profile) =>
          document(200, { data: profileResource(profile, additionalFields(request)) }),
        ),
    }),
    guarded(context, {
      ...reading,
      operationId: 'pushTokensOfProfile',
      template: '/api/profiles/{id}/push-tokens',
      rateClass: 'M',
      handle: (request) =>
        withProfile(context, request, (profile) =>
          relatedPage(context, request, profile.pushTokens, (index) => pushTokenResource(profile, index)),
        ),
    }),
    groupsOfProfileRoute(context, 'list'),
    groupsOfProfileRoute(context, 'segment'),
  ];
}

function groupsOfProfileRoute(context: Context, type: 'list' | 'segment'): Route {
  return guarded(context, {
    operationId: `${type}sOfProfile`,
    method: 'GET',
    template: `/api/profiles/{id}/${type}s`,
    scopes: ['profiles:read', `${type}s:read`],
    rateClass: 'S',
    handle: (request) =>
      withProfile(context, request, ({ lists, segments }) =>
        relatedPage(context, request, type === 'list' ? lists : segments, (index) =>
          groupResource(type, index),
        ),
      ),
  });
}

function findProfiles(context: Context, request: SimulatedRequest): Answer {
  const filter = filterOf(request.query.get('filter'), FIELDS);
  if (filter === undefined) return klaviyoError(400, 'Invalid filter.', { parameter: 'filter' });
  const found = context.world.find(filter.field, filter.values);
  const additional = additionalFields(request);
  return pageOf(context.behaviour, request, {
    count: found.length,
    at: (index) => found.slice(index, index + 1).map((profile) => profileResource(profile, additional))[0],
    size: { usual: 20, most: 100 },
  });
}

function additionalFields({ query }: SimulatedRequest): readonly string[] {
  return (query.get('additional-fields[profile]') ?? '').split(',');
}

function withProfile(
  { world }: Context,
  { parameters }: SimulatedRequest,
  then: (profile: StoredProfile) => Answer,
): Answer {
  const profile = world.lookUp(parameters['id'] ?? '');
  return profile === undefined ? klaviyoError(404, 'There is no such profile.') : then(profile);
}

/** No page size can be asked for here; pages are as large as the endpoint likes. */
function relatedPage(
  context: Context,
  request: SimulatedRequest,
  count: number,
  at: (index: number) => unknown,
): Answer {
  return pageOf(context.behaviour, request, { count, at, size: { usual: 1000, most: 1000 } });
}
