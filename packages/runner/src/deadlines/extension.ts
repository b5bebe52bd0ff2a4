import type { Actor } from '../access/actor.js';
import type { Extension } from '../application/new-request.js';
import type { AuditLog } from '../audit/audit-log.js';
import { ConflictError } from '../errors/runner-error.js';
import type { EventLog } from '../events/event-log.js';
import { checkReason } from '../requests/reason.js';
import type { Database } from '../store/database.js';
import type { RequestRow, RequestStore } from '../store/request-store.js';
import { extendedDeadline } from './deadline.js';

/** What an extension is recorded with. */
export interface ExtensionParts {
  readonly database: Database;
  readonly requests: RequestStore;
  readonly audit: AuditLog;
  readonly events: EventLog;
}

/**
 * Extends the deadline of a request, once, before its first one has passed. The reason is a person's own words: it is sealed
 * with the request, and neither the audit log nor an event gets it.
 * @throws InputError when the reason or the new due date is not valid, ConflictError when it is too late or was done before.
 */
export async function extendDeadline(
  request: RequestRow,
  { reason, dueAt }: Extension,
  actor: Actor,
  { database, requests, audit, events }: ExtensionParts,
): Promise<void> {
  const text = checkReason('An extension', reason);
  const { id, regulation, received_at: receivedAt, due_at: from } = request;
  if (request.extended_at !== null) throw new ConflictError(extendedBefore(request));
  const to = extendedDeadline({ regulation, receivedAt, dueAt: from }, dueAt);
  const details = { from: from.toISOString(), to: to.toISOString() };
  const extended = await database.transaction(async (connection) => {
    if (!(await requests.extend(id, { dueAt: to, reason: text, now: new Date() }, connection))) return false;
    await events.append({ requestId: id, kind: 'deadline.extended', details }, connection);
    await audit.append(
      { action: 'request.extended', actor: actor.name, details: { request: id, ...details } },
      connection,
    );
    return true;
  });
  if (!extended) throw new ConflictError(await whyNot(id, requests));
}

async function whyNot(id: string, requests: RequestStore): Promise<string> {
  const request = await requests.byId(id);
  if (request?.extended_at) return extendedBefore(request);
  return request?.finished_at
    ? `Request ${id} has ended already; there is nothing left to extend.`
    : `The deadline of request ${id} has passed. It can be extended only before that.`;
}

function extendedBefore({ id, due_at: dueAt }: RequestRow): string {
  return `The deadline of request ${id} was extended before, to ${dueAt.toISOString().slice(0, 10)}. It can be extended once.`;
}
