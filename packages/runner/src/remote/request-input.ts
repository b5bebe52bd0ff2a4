import type { NewRequest, RequestFilter } from '../application/new-request.js';

/** A request as the service takes it: times as text, and lists that are copies, as the client's types may change theirs. */
export function bodyOf({ receivedAt, dueAt, ...wanted }: NewRequest) {
  return {
    ...wanted,
    emails: [...wanted.emails],
    phones: [...wanted.phones],
    ids: [...wanted.ids],
    widen: [...wanted.widen],
    connections: [...wanted.connections],
    ...(receivedAt && { receivedAt: receivedAt.toISOString() }),
    ...(dueAt && { dueAt: dueAt.toISOString() }),
  };
}

/** A page of the list as the service is asked for it. */
export function queryOf(
  { dueBefore, dueAfter, overdue, ...filter }: RequestFilter,
  cursor: string | null,
  limit: number,
) {
  return {
    ...filter,
    ...(dueBefore && { dueBefore: dueBefore.toISOString() }),
    ...(dueAfter && { dueAfter: dueAfter.toISOString() }),
    ...(overdue !== undefined && { overdue: overdue ? ('true' as const) : ('false' as const) }),
    ...(cursor !== null && { cursor }),
    limit,
  };
}
