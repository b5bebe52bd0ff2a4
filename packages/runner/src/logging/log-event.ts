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
  'worker.failed',
  'worker.recovered',
  'worker.refused',
  'task.started',
  'task.taken_over',
  'webhook.failed',
  'audit.checkpoint',
  'audit.unprotected',
  'audit.broken',
  'receipt.failed',
  'receipt.unproven',
  'vault.damaged',
  'tracing.failed',
  'process.whole_keys',
  'process.core_dumps',
] as const;

export type LogEvent = (typeof logEvents)[number];
