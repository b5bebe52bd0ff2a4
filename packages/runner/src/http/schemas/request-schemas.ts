import { regulations } from '../../deadlines/regulation.js';
import type { ExtensionView, ForecastView } from '../../application/views/deadline-view.js';
import type { IdentifierView } from '../../application/views/identifier-view.js';
import type { ReappearanceView } from '../../application/views/reappearance-view.js';
import type { RequestView } from '../../application/views/request-view.js';
import type { HoldView, PurgeView, RetentionView } from '../../application/views/retention-view.js';
import type {
  OutcomeView,
  PlanView,
  ProgressView,
  ReadFirstView,
  TaskView,
} from '../../application/views/task-view.js';
import {
  count,
  flag,
  listOf,
  nullable,
  objectOf,
  reference,
  text,
  time,
  wordOf,
  type Schema,
} from './schema.js';
import { outcomeWords, reappearanceFindings, requestStatuses, taskStatuses } from './words.js';

const outcome = objectOf<OutcomeView>(
  {
    resource: text,
    outcome: wordOf(...outcomeWords),
    count,
    reason: text,
  },
  ['reason'],
);

const plan = objectOf<PlanView>({
  hash: text,
  operations: listOf(
    objectOf<PlanView['operations'][number]>({
      title: text,
      resource: text,
      count,
      alsoErases: listOf(text),
      irreversible: flag,
    }),
  ),
  warnings: listOf(objectOf<PlanView['warnings'][number]>({ code: text, message: text })),
  changed: nullable(text),
});

const progress = objectOf<ProgressView>({
  step: wordOf('locate', 'scan', 'read', 'open', 'plan', 'erase'),
  resource: text,
  done: count,
});

const failure = objectOf<NonNullable<TaskView['error']>>(
  { code: text, message: text, operation: text, status: count, vendorRequestId: text },
  ['operation', 'status', 'vendorRequestId'],
);

const notCovered = objectOf<TaskView['notCovered'][number]>({
  what: text,
  why: text,
  remedy: text,
  capability: wordOf('access', 'deletion'),
});

const task = objectOf<TaskView>({
  connection: text,
  connector: text,
  status: wordOf(...taskStatuses),
  outcomes: listOf(reference('Outcome')),
  notCovered: listOf(reference('NotCovered')),
  error: nullable(reference('Failure')),
  plan: nullable(reference('Plan')),
  progress: listOf(reference('Progress')),
  waitingUntil: nullable(time),
});

const identifier = objectOf<IdentifierView>({
  kind: wordOf('email', 'phone', 'user_id', 'external_id'),
  namespace: nullable(text),
  count,
  given: flag,
  foundBy: listOf(objectOf<IdentifierView['foundBy'][number]>({ connection: text, resource: text })),
  used: flag,
  reason: nullable(text),
});

const retention = objectOf<RetentionView>({
  expiresAt: nullable(time),
  purgeDue: flag,
  expiredAt: nullable(time),
  expiredBy: nullable(wordOf('time', 'deletion')),
  hold: nullable(reference('Hold')),
  purged: nullable(reference('Purge')),
});

const reappearance = objectOf<ReappearanceView>({
  connection: text,
  deletedAt: time,
  lookedAt: nullable(time),
  nextLookAt: nullable(time),
  finding: nullable(wordOf(...reappearanceFindings)),
  things: count,
});

const request = objectOf<RequestView>({
  id: { type: 'string', format: 'uuid' },
  type: wordOf('access', 'deletion'),
  status: wordOf(...requestStatuses),
  receivedAt: time,
  regulation: wordOf(...regulations),
  dueAt: time,
  daysLeft: nullable({ type: 'integer' }),
  overdue: flag,
  extended: nullable(reference('Extension')),
  finishedAt: nullable(time),
  waitsFor: nullable(reference('ReadFirst')),
  forecast: nullable(reference('Forecast')),
  identifiers: listOf(reference('Identifier')),
  retention: reference('Retention'),
  reappearance: listOf(reference('Reappearance')),
  tasks: listOf(reference('Task')),
});

/** What is said about requests, by name. */
export const requestSchemas: { readonly [name: string]: Schema } = {
  Request: request,
  Extension: objectOf<ExtensionView>({ at: time, firstDueAt: time, reason: nullable(text) }),
  ReadFirst: objectOf<ReadFirstView>({ requests: listOf(text), until: time }),
  Forecast: objectOf<ForecastView>({ doneBy: nullable(time), reason: text }),
  Retention: retention,
  Hold: objectOf<HoldView>({ placedAt: time, placedBy: text, reason: nullable(text) }),
  Purge: objectOf<PurgeView>({
    requests: count,
    held: count,
    underWay: count,
    partly: count,
    indexEntries: count,
  }),
  Reappearance: reappearance,
  Task: task,
  Identifier: identifier,
  Outcome: outcome,
  NotCovered: notCovered,
  Failure: failure,
  Plan: plan,
  Progress: progress,
  RequestPlans: objectOf({
    id: text,
    status: wordOf(...requestStatuses),
    plans: listOf(objectOf({ connection: text, plan: reference('Plan') })),
  }),
  RequestPage: objectOf({ items: listOf(reference('Request')), next: nullable(text) }),
};
