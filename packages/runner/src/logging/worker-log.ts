import type { WorkerEvent } from '../application/worker.js';
import type { Log } from './log.js';

/** Tells the log what a worker tells; its failures it tells the log itself. */
export function workerLog(log: Log): (event: WorkerEvent) => void {
  const tellers: { readonly [Kind in WorkerEvent['kind']]: (count?: number) => void } = {
    started: () => {
      log.info('worker.started');
    },
    begun: (count) => {
      log.info('task.started', { count });
    },
    taken_over: (count) => {
      log.warn('task.taken_over', { count });
    },
    refused: (count) => {
      log.error('worker.refused', { count });
    },
    failing: () => undefined,
    recovered: () => undefined,
    stopping: () => {
      log.info('worker.stopping');
    },
  };
  return (event) => {
    tellers[event.kind]('tasks' in event ? event.tasks : undefined);
  };
}
