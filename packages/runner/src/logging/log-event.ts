/** Everything that logs tell about. docs/guides/operate.md says what each means. */
export const logEvents = [
  'service.listening',
  'service.stopping',
  'service.stopped',
  'http.answered',
  'http.failed',
  'http.aborted',
  'worker.started',
  'worker.stopping',
  'worker.stopped',
  'worker.failed',
  'task.started',
  'task.taken_over',
  'task.ended',
  'task.failed',
  'task.dead_letter',
  'request.ended',
  'request.overdue',
  'database.lost',
  'database.back',
  'connection.throttled',
  'webhook.delivered',
  'webhook.failed',
  'tracing.failed',
] as const;

export type LogEvent = (typeof logEvents)[number];
