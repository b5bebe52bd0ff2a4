import type { PlanView } from '../../application/views/task-view.js';
import { type Lines, paragraph } from '../output/layout.js';
import type { Style } from '../output/style.js';
import { formatCount, formatList } from './format.js';

/** A deletion plan as the person sees it who has to approve it. */
export function planDetail(plan: PlanView, style: Style): Lines {
  return [
    '  Plan:',
    ...plan.operations.flatMap((operation, index) => operationLines(operation, index + 1, style)),
    ...plan.warnings.flatMap(({ message }) => paragraph(message, '    Warning: ', style.warning)),
    ...(plan.changed === null
      ? []
      : paragraph(plan.changed, '    Changed since it was approved: ', style.warning)),
    ...paragraph(plan.hash, '    Plan hash: ', style.faint),
  ];
}

function operationLines(operation: PlanView['operations'][number], number: number, style: Style): Lines {
  const { title, resource, count, alsoErases, irreversible } = operation;
  const first = `    ${number}. `;
  const rest = ' '.repeat(first.length);
  return [
    ...paragraph(title, first),
    ...paragraph(`${resource}: ${formatCount(count)}`, rest),
    ...(alsoErases.length === 0 ? [] : paragraph(`also erases: ${formatList(alsoErases)}`, rest)),
    ...(irreversible ? paragraph('IRREVERSIBLE', rest, style.bad) : []),
  ];
}
