import type { Extension, NewRequest, RequestFilter } from '../../application/new-request.js';
import { endOf, startOf } from '../../deadlines/parse-time.js';
import type { ExtensionBody, NewRequestBody, RequestListQuery } from '../inputs/request-inputs.js';
import { kinds, problem } from '../problems/kinds.js';
import { ProblemError } from '../problems/problem.js';

/** The request that a body describes. */
export function newRequest({ receivedAt, dueAt, regulation, ...rest }: NewRequestBody): NewRequest {
  return {
    ...rest,
    ...(regulation === undefined ? {} : { regulation }),
    ...(receivedAt === undefined ? {} : { receivedAt: timeOf('receivedAt', startOf(receivedAt)) }),
    ...(dueAt === undefined ? {} : { dueAt: timeOf('dueAt', endOf(dueAt)) }),
  };
}

/** The extension that a body describes. */
export function extensionOf({ reason, dueAt }: ExtensionBody): Extension {
  return { reason, ...(dueAt === undefined ? {} : { dueAt: timeOf('dueAt', endOf(dueAt)) }) };
}

/** The filter that a query asks for. */
export function requestFilter(query: RequestListQuery): RequestFilter {
  const { status, type, connection, dueBefore, dueAfter, overdue } = query;
  return {
    ...(status === undefined ? {} : { status }),
    ...(type === undefined ? {} : { type }),
    ...(connection === undefined ? {} : { connection }),
    ...(dueBefore === undefined ? {} : { dueBefore: timeOf('dueBefore', startOf(dueBefore)) }),
    ...(dueAfter === undefined ? {} : { dueAfter: timeOf('dueAfter', startOf(dueAfter)) }),
    ...(overdue === undefined ? {} : { overdue: overdue === 'true' }),
  };
}

/** The form was checked before; this refuses what no calendar has, or what another part of ISO 8601 means. */
function timeOf(field: string, time: Date | undefined): Date {
  if (time !== undefined) return time;
  const message = `${field} must be a date or time in ISO 8601, e.g. 2026-12-24 or 2026-12-24T10:00:00Z.`;
  throw new ProblemError(
    problem(kinds.invalidInput, 'One field must be mended.', { errors: [{ field, message }] }),
  );
}
