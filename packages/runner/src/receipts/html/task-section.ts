import { markup, type Markup, type MarkupValue } from '../../package/html/markup.js';
import type { Receipt, ReceiptOperation, ReceiptTask } from '../receipt.js';
import { shownOutcomes } from '../words/shown-outcomes.js';
import { counted, worded } from '../words/worded.js';
import { table, timeOf } from './elements.js';

/** What was done on one connection. */
export function taskSection(task: ReceiptTask, parts: Receipt['parts']): Markup {
  const versions = task.versions.map(
    ({ connector, vendorApi, runner }) => `connector ${connector}, vendor API ${vendorApi}, runner ${runner}`,
  );
  return markup`<section><h2>${task.connection}</h2>
<p>Through the connector ${task.connector} (${versions.length === 0 ? 'version not recorded' : versions.join('; ')}): ${worded(task.status)}.</p>
${planOf(task)}
<h3>Outcome</h3>
${table(
  ['Data', 'Number', 'Outcome', 'Remark'],
  shownOutcomes(task, parts).map(({ resource, count, outcome, remark }) => [
    resource,
    count,
    outcome,
    remark,
  ]),
)}
${operationsOf(task.operations)}
${gapsOf(task.notCovered)}
</section>`;
}

function planOf({ plan }: ReceiptTask): Markup | undefined {
  if (plan === null) return undefined;
  const warnings = plan.warnings.map(({ message }) => markup`<li>${message}</li>\n`);
  return markup`<p>Plan <code>${plan.hash}</code> with ${counted(plan.operations.length, 'operation')}.</p>
${warnings.length === 0 ? undefined : markup`<ul>${warnings}</ul>`}`;
}

function operationsOf(operations: readonly ReceiptOperation[]): Markup | undefined {
  if (operations.length === 0) return undefined;
  const head = ['Data', 'Number', 'Outcome', 'Sent', 'Looked for', 'Vendor’s request ids'];
  return markup`<h3>Operations</h3>${table(head, operations.map(rowOf))}`;
}

function rowOf({
  resource,
  count,
  outcome,
  sending,
  verification,
}: ReceiptOperation): readonly MarkupValue[] {
  const ids = [...(sending?.calls ?? []), ...(verification?.calls ?? [])].flatMap(
    ({ vendorRequestId }) => vendorRequestId ?? [],
  );
  return [
    resource,
    count,
    worded(outcome),
    sending === null ? 'never' : timeOf(sending.lastAt),
    verification === null
      ? 'never'
      : markup`${counted(verification.looks, 'time')}, last ${timeOf(verification.lastAt)}: ${worded(verification.found)}`,
    ids.length === 0 ? 'none given' : ids.join(', '),
  ];
}

function gapsOf(gaps: ReceiptTask['notCovered']): Markup | undefined {
  if (gaps.length === 0) return undefined;
  const items = gaps.map(
    ({ what, why, remedy }) => markup`<li><strong>${what}</strong> ${why} ${remedy}</li>\n`,
  );
  return markup`<h3>Not covered</h3><ul>${items}</ul>`;
}
