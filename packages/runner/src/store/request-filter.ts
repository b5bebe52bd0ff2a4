import type { RequestFilter } from '../application/new-request.js';
import type { SqlValue } from './queryable.js';

/** Conditions on dsr.request, to stand after `where`, and the values of their placeholders, which are counted from $1. */
export interface RequestConditions {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

const onConnection = `exists (select from dsr.task join dsr.connection on connection.id = task.connection_id
  where task.request_id = request.id and connection.name = ?)`;

/** What a filter means, for every list of requests. */
export function requestConditions(filter: RequestFilter, now: Date): RequestConditions {
  const { status, type, connection, dueBefore, dueAfter, overdue } = filter;
  const wanted: readonly (readonly [string, SqlValue | undefined])[] = [
    ['status = ?', status],
    ['type = ?', type],
    [onConnection, connection],
    ['due_at < ?', dueBefore],
    ['due_at >= ?', dueAfter],
    [`(finished_at is null and due_at < ?) is ${String(overdue)}`, overdue === undefined ? undefined : now],
  ];
  const given = wanted.filter((pair): pair is readonly [string, SqlValue] => pair[1] !== undefined);
  const conditions = given.map(([sql], index) => sql.replace('?', `$${String(index + 1)}`));
  return { sql: conditions.join(' and ') || 'true', values: given.map(([, value]) => value) };
}
