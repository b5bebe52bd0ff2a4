import type { OutcomeView, TaskView } from '../../application/views/task-view.js';
import { type Lines, paragraph } from '../output/layout.js';
import type { Style } from '../output/style.js';
import { table } from '../output/table.js';
import { formatCount, formatTime, markOfOutcome, markOfStatus } from './format.js';
import { planDetail } from './plan-detail.js';

/** What became of a request on one connection. */
export function taskDetail(task: TaskView, style: Style): Lines {
  const { connection, connector, status, error, waitingUntil } = task;
  return [
    ...paragraph(`Connection ${connection} (${connector})`, '', style.heading),
    ...paragraph(status, '  Status: ', markOfStatus(status, style)),
    ...(error === null ? [] : paragraph(error.message, '  Error: ', style.bad)),
    ...(waitingUntil === null ? [] : paragraph(formatTime(waitingUntil), '  Waits until: ')),
    ...moving(task),
    ...outcomes(task.outcomes, style),
    ...(status === 'awaiting_approval' && task.plan !== null ? planDetail(task.plan, style) : []),
    ...notCovered(task, style),
  ];
}

function moving({ progress, status }: TaskView): Lines {
  if (status !== 'running') return [];
  return progress.flatMap(({ step, resource, done }) =>
    paragraph(`${step} ${resource} ${formatCount(done)}`, '  Progress: '),
  );
}

function outcomes(views: readonly OutcomeView[], style: Style): Lines {
  if (views.length === 0) return [];
  const columns = [
    { title: 'RESOURCE', text: ({ resource }: OutcomeView) => resource, shrinks: true },
    {
      title: 'OUTCOME',
      text: ({ outcome }: OutcomeView) => outcome,
      mark: ({ outcome }: OutcomeView) => markOfOutcome(outcome, style),
    },
    { title: 'COUNT', text: ({ count }: OutcomeView) => formatCount(count), alignRight: true },
    { title: 'REASON', text: ({ reason }: OutcomeView) => reason ?? '', shrinks: true },
  ];
  const used = views.some(({ reason }) => reason !== undefined) ? columns : columns.slice(0, -1);
  return table(used, views, style, '  ');
}

/** Always said, as silence would look like completeness. */
function notCovered(task: TaskView, style: Style): Lines {
  if (task.notCovered.length === 0) return [];
  return [
    '  Not covered by this connector:',
    ...task.notCovered.flatMap(({ what, why, remedy }) =>
      paragraph(`${what}: ${why} ${remedy}`, '  - ', style.faint),
    ),
  ];
}
