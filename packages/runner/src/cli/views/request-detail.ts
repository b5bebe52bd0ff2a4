import type { ExtensionView, ForecastView } from '../../application/views/deadline-view.js';
import type { RequestView } from '../../application/views/request-view.js';
import { command, type Field, fields, type Lines } from '../output/layout.js';
import { plain, type Style } from '../output/style.js';
import { formatDaysLeft, formatTime, markOfDeadline, markOfStatus } from './format.js';
import { identifierDetail } from './identifier-detail.js';
import { reappearanceFields, retentionFields } from './retention-detail.js';
import { taskDetail } from './task-detail.js';

/** Everything known about a request, and what the person can do next. */
export function requestDetail(request: RequestView, style: Style): Lines {
  const { id, type, status, receivedAt, finishedAt } = request;
  return [
    ...fields([
      ['Request', id, style.heading],
      ['Type', type],
      ['Status', status, markOfStatus(status, style)],
      ['Received', formatTime(receivedAt)],
      ...deadlineFields(request, style),
      ...forecastFields(request.forecast),
      ...waitFields(request),
      ...(finishedAt === null ? [] : [['Finished', formatTime(finishedAt), plain] as const]),
      ...retentionFields(request, style),
      ...reappearanceFields(request, style),
    ]),
    ...identifierDetail(request.identifiers, style),
    ...request.tasks.flatMap((task) => ['', ...taskDetail(task, style)]),
    ...nextSteps(request),
  ];
}

function deadlineFields(request: RequestView, style: Style): readonly Field[] {
  const { regulation, dueAt, daysLeft, extended } = request;
  const left = daysLeft === null ? '' : ` (${formatDaysLeft(request)})`;
  return [
    ['Due', `${formatTime(dueAt)}${left}, ${regulation}`, markOfDeadline(request, style)],
    ...(extended === null ? [] : extensionFields(extended)),
  ];
}

function forecastFields(forecast: ForecastView | null): readonly Field[] {
  if (forecast === null) return [];
  const { doneBy, reason } = forecast;
  return [['Done by', doneBy === null ? `unknown. ${reason}` : `${formatTime(doneBy)}. ${reason}`]];
}

function waitFields({ waitsFor }: RequestView): readonly Field[] {
  if (waitsFor === null) return [];
  const what = waitsFor.requests.map((id) => `access request ${id}`).join(', ');
  const why = `of the same person, to be read before anything is erased; until ${formatTime(waitsFor.until)} at most`;
  return [['Waits for', `${what} ${why}`]];
}

function extensionFields({ at, firstDueAt, reason }: ExtensionView): readonly Field[] {
  return [
    ['Extended', `${formatTime(at)}, first due ${formatTime(firstDueAt)}`],
    ['Reason', reason ?? 'destroyed with the data key of the request'],
  ];
}

function nextSteps({ id, type, status, tasks, retention, waitsFor }: RequestView): Lines {
  if (retention.expiredAt !== null) return [];
  if (status === 'awaiting_approval') {
    return [
      '',
      'Nothing is deleted yet. To approve the plan and carry it out:',
      ...approval(id, tasks),
      ...commands(id, ['wait']),
    ];
  }
  if (status === 'received' || status === 'running')
    return ['', 'To carry it on:', ...commands(id, ['wait']), ...readFirst(waitsFor?.requests ?? [])];
  if (type === 'access' && (status === 'completed' || status === 'incomplete')) {
    return ['', 'To write the package:', command(`dsr request export ${id} --out request.zip`)];
  }
  return [];
}

function readFirst(accesses: readonly string[]): Lines {
  if (accesses.length === 0) return [];
  const steps = accesses.flatMap((id) => commands(id, ['wait', 'cancel']));
  return ['', 'To have that read which it waits for, or to cancel it:', ...steps];
}

function commands(id: string, verbs: Lines): Lines {
  return verbs.map((verb) => command(`dsr request ${verb} ${id}`));
}

/** Names the plans that are shown, so that no other one is approved; a line per plan, as the shell lets it go on. */
function approval(id: string, tasks: RequestView['tasks']): Lines {
  const waiting = tasks.filter(({ status }) => status === 'awaiting_approval');
  const options = waiting.flatMap(({ plan }) => (plan === null ? [] : `--plan ${plan.hash.slice(0, 12)}`));
  const [first = '', ...others] = options;
  const lines = [`dsr request approve ${id} ${first}`.trim(), ...others.map((option) => `    ${option}`)];
  return lines.map((line, index) => command(index === lines.length - 1 ? line : `${line} \\`));
}
