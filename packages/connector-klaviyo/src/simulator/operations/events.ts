import type { Answer, Route, SimulatedRequest } from '@privacy-connectors/conformance/simulator';
import { eventResource, metricResources } from '../world/events.js';
import { klaviyoError } from './answers.js';
import type { Context } from './context.js';
import { filterOf } from './filter.js';
import { guarded } from './guarded.js';
import { pageOf } from './paging.js';

/** `GET /events` of one profile. */
export function eventRoutes(context: Context): readonly Route[] {
  return [
    guarded(context, {
      operationId: 'findEvents',
      method: 'GET',
      template: '/api/events',
      scopes: ['events:read'],
      rateClass: 'XL',
      handle: (request) => findEvents(context, request),
    }),
  ];
}

/** Empty, and no error, for a profile that does not exist. */
function findEvents({ world, behaviour }: Context, request: SimulatedRequest): Answer {
  const filter = filterOf(request.query.get('filter'), ['profile_id']);
  if (filter?.values.length !== 1)
    return klaviyoError(400, 'Events of one profile only.', { parameter: 'filter' });
  const profile = world.lookUp(filter.values[0] ?? '');
  return pageOf(behaviour, request, {
    count: profile?.events ?? 0,
    at: (index) => profile && eventResource(profile, index),
    size: { usual: 200, most: 1000 },
    ...(request.query.get('include') === 'metric' ? { included: metricResources() } : {}),
  });
}
