import { RequestParams } from '../inputs/common-inputs.js';
import { kinds, problem } from '../problems/kinds.js';
import { ProblemError } from '../problems/problem.js';
import { whileValid } from '../security/while-valid.js';
import { eventStream } from './event-stream.js';
import { route, stream, type Route } from './route.js';

/** What happens to requests, as it happens. */
export const eventRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/requests/{id}/events',
    operationId: 'followRequest',
    tag: 'Requests',
    summary: 'Follow a request by server-sent events, from its beginning or from where a reader left off.',
    access: 'auditor',
    params: RequestParams,
    headers: [
      {
        name: 'Last-Event-ID',
        description: 'Id of the last event that arrived; those after it follow.',
        schema: { type: 'string', pattern: '^\\d{1,15}$' },
      },
    ],
    answers: {
      200: {
        description:
          'Each event with its id, its kind and, as data, itself as JSON. Ends with the service, and with the key.',
        mediaType: 'text/event-stream',
      },
    },
    timeLimit: null,
    handle: async ({ application, services, actor, params, header, signal, stopping }) => {
      const last = lastEventId(header('last-event-id'));
      const { id } = await services.requests.show(params.id);
      const leaving = AbortSignal.any([signal, stopping]);
      const end = actor === null ? leaving : whileValid(application.authentication, actor, leaving);
      const events = application.events.follow(id, last, end);
      return stream(200, eventStream(events, end), { 'content-type': 'text/event-stream' });
    },
  }),
];

function lastEventId(header: string | undefined): number {
  if (header === undefined) return 0;
  if (/^\d{1,15}$/.test(header)) return Number(header);
  const errors = [{ field: 'Last-Event-ID', message: 'It must be the id of an event.' }];
  throw new ProblemError(problem(kinds.invalidInput, 'A header must be mended.', { errors }));
}
