import type { RequestView } from '../../application/views/request-view.js';
import type { TaskView } from '../../application/views/task-view.js';
import { cleanText } from '../output/clean-text.js';
import { formatCount, formatTime } from './format.js';

/** What a request is doing, in one line. */
export function progressLine(request: RequestView): string {
  const busy = request.tasks.filter((task) => task.status === 'received' || task.status === 'running');
  const ended = request.tasks.length - busy.length;
  const count = request.tasks.length > 1 ? [`${ended} of ${request.tasks.length} connections done`] : [];
  const first = (request.waitsFor?.requests ?? []).map((id) => `waits for access request ${id}`);
  return cleanText([...count, ...first, ...busy.map(describeTask)].join(' · ') || request.status);
}

function describeTask({ connection, progress, waitingUntil }: TaskView): string {
  if (waitingUntil !== null) return `${connection}: waits until ${formatTime(waitingUntil)}`;
  // The line is cut at its end, so the newest step comes first.
  const steps = progress
    .map(({ step, resource, done }) => `${step} ${resource} ${formatCount(done)}`)
    .reverse();
  return `${connection}: ${steps.length === 0 ? 'begins' : steps.join(', ')}`;
}
