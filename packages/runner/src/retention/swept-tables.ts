/** Rows of a table that go when a request expires. `$1`: its id. */
export interface SweptRows {
  readonly table: string;
  readonly where: string;
}

/** The newest event stays, whosever it is: the ids of the next ones are counted from it. */
const olderEvents = 'id < (select max(id) from dsr.event)';
const ofTasks = 'task_id in (select id from dsr.task where request_id = $1)';
const ofRequest = 'request_id = $1';

/** What a request found and how it was found; large tables first, and none before what refers to it. */
export const workingRows: readonly SweptRows[] = [
  { table: 'file_part', where: ofTasks },
  { table: 'file', where: ofTasks },
  { table: 'record', where: ofTasks },
  { table: 'thing', where: ofTasks },
  { table: 'work', where: ofTasks },
  { table: 'search', where: ofTasks },
  { table: 'identifier', where: ofRequest },
  { table: 'subject_digest', where: ofRequest },
];

/** Events tell nothing of a person, and wait until whoever follows them had the time to. */
export const eventRows: readonly SweptRows[] = [
  { table: 'webhook_delivery', where: ofRequest },
  { table: 'event', where: `${ofRequest} and kind <> 'request.expired' and ${olderEvents}` },
];

/** What is left of a request that has expired: its own record. It goes at the end of that record's time. */
export const recordRows: readonly SweptRows[] = [
  ...eventRows,
  { table: 'subject_digest', where: ofRequest },
  { table: 'event', where: `${ofRequest} and ${olderEvents}` },
  { table: 'idempotency', where: ofRequest },
  { table: 'legal_hold', where: ofRequest },
  { table: 'reappearance', where: ofRequest },
  { table: 'task', where: ofRequest },
  { table: 'request', where: 'id = $1' },
];
