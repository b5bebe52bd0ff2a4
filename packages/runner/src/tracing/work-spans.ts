import type { TaskRow } from '../store/task-store.js';
import type { Work } from '../store/work-store.js';
import type { SpanAttributes, SpanDescription } from './span-description.js';

type TaskIds = Pick<TaskRow, 'id' | 'request_id' | 'connection_id'>;

/** The span of one advance of a task; a request is in progress for days, in many processes, so it has no span of its own. */
export function taskSpan(task: TaskIds): SpanDescription {
  return { name: 'task', attributes: idsOf(task) };
}

/** The span of one piece of work of a task, e.g. reading one page. */
export function stepSpan(task: TaskIds, { kind, resource }: Work): SpanDescription {
  const attributes = { ...idsOf(task), 'dsr.step': kind, 'dsr.resource': resource };
  return { name: `step ${kind}`, attributes };
}

function idsOf({ id, request_id, connection_id }: TaskIds): SpanAttributes {
  return { 'dsr.request': request_id, 'dsr.task': id, 'dsr.connection': connection_id };
}
