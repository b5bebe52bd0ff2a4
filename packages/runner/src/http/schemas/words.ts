import type { OutcomeWord } from '@privacy-connectors/core';
import type { AuthorizationStatus } from '../../application/views/authorization-view.js';
import type { AliveReason } from '../../application/views/connection-view.js';
import type { ReappearanceFinding } from '../../application/views/reappearance-view.js';
import type { RequestStatus } from '../../application/views/request-view.js';
import type { TaskStatus } from '../../application/views/task-view.js';

/** Lists the keys: with a `Record`, a word that is missing or does not exist fails to compile. */
function words<Word extends string>(all: Readonly<Record<Word, true>>): readonly Word[] {
  return Object.keys(all) as Word[];
}

/** Why a vendor may still accept the credentials of a connection that was removed. */
export const aliveReasons = words<AliveReason>({
  unsupported: true,
  refused: true,
  unreachable: true,
  accepted_yet_alive: true,
  connector_missing: true,
  shared: true,
  unusable: true,
});

/** Where a request can stand. */
export const requestStatuses = words<RequestStatus>({
  received: true,
  running: true,
  awaiting_approval: true,
  completed: true,
  incomplete: true,
  failed: true,
  cancelled: true,
});

/** Where a task can stand. */
export const taskStatuses = words<TaskStatus>({
  received: true,
  running: true,
  awaiting_approval: true,
  completed: true,
  incomplete: true,
  failed: true,
  dead_letter: true,
  cancelled: true,
});

/** What can become of a record or resource. */
export const outcomeWords = words<OutcomeWord>({
  exported: true,
  deleted: true,
  redacted: true,
  not_found: true,
  pending: true,
  retained: true,
  blocked: true,
  refused: true,
  failed: true,
  unverified: true,
  skipped: true,
});

/** What a look for a deleted person can find. */
export const reappearanceFindings = words<ReappearanceFinding>({
  none: true,
  reappeared: true,
  not_deleted: true,
  unknown: true,
  not_looked: true,
});

/** Where an authorisation in a browser can stand. */
export const authorizationStatuses = words<AuthorizationStatus>({
  pending: true,
  exchanging: true,
  completed: true,
  failed: true,
  expired: true,
});
