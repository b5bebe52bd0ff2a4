import type { WorkerEvent } from '../../application/worker.js';
import { formatCount } from './format.js';

/** What a worker did, in one sentence. */
export function workerLine(event: WorkerEvent): string {
  switch (event.kind) {
    case 'started':
      return 'Working. SIGTERM or Ctrl-C stops it.';
    case 'begun':
      return `Began ${tasks(event.tasks)}.`;
    case 'taken_over':
      return `Took over ${tasks(event.tasks)} from a process that ended.`;
    case 'refused':
      return `Left ${tasks(event.tasks)} that another version of dsr began, which this one cannot carry on: run a worker of that version until they are done.`;
    case 'failing':
      return `${event.reason} Trying again.`;
    case 'recovered':
      return 'Working again.';
    case 'stopping':
      return 'Stopping. Nothing is lost.';
  }
}

function tasks(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'task' : 'tasks'}`;
}
