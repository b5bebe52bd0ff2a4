import { createHash } from 'node:crypto';
import type { ReceiptView } from '../../application/views/receipt-view.js';
import { markup, type Markup } from '../../package/html/markup.js';
import type { ReceiptException } from '../receipt.js';
import { definitions, table, timeOf } from './elements.js';
import { partsSections } from './parts-section.js';
import { receiptStyle } from './receipt-style.js';
import { taskSection } from './task-section.js';
import { counted, worded } from '../words/worded.js';

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(receiptStyle.text).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A receipt as one page for people, without script. Evidence is the signed text, which the page names by its checksum. */
export function receiptPage(view: ReceiptView): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>Receipt of a privacy request</title>
<style>${receiptStyle}</style>
</head>
<body>
<main id="content">
<h1>Receipt of a privacy request</h1>
${heading(view)}
${view.receipt.tasks.map((task) => taskSection(task, view.receipt.parts))}
${exceptionsOf(view.receipt.exceptions)}
${partsSections(view.receipt.parts)}
${evidence(view)}
</main>
</body>
</html>
`.text;
}

function heading({ receipt, number }: ReceiptView): Markup {
  const { request, approvals, subject } = receipt;
  const extended = request.extended;
  return definitions([
    ['Request', request.id],
    ['What was asked for', request.type === 'access' ? 'the personal data' : 'deletion of the personal data'],
    ['How it ended', worded(request.status)],
    ['Received', timeOf(request.receivedAt)],
    [
      'Due',
      extended === null
        ? timeOf(request.dueAt)
        : markup`${timeOf(request.dueAt)}, extended on ${timeOf(extended.at)} from ${timeOf(extended.firstDueAt)}`,
    ],
    ['Answered', request.answeredAt === null ? 'not recorded' : timeOf(request.answeredAt)],
    ['Recorded by', request.recordedBy],
    ['Approved', approvals.length === 0 ? 'no approval was needed or given' : approvals.map(approval)],
    [
      'Person',
      markup`named by ${counted(subject.length, 'keyed digest')}; no personal value stands in a receipt`,
    ],
    ['Version', markup`${number}, issued ${timeOf(receipt.issuedAt)}`],
  ]);
}

function approval({ by, at, plan }: ReceiptView['receipt']['approvals'][number]): Markup {
  if (plan === null) return markup`in advance, by ${by}<br>`;
  return markup`by ${by} on ${timeOf(at)}, the plan <code>${plan.slice(0, 16)}</code><br>`;
}

function exceptionsOf(exceptions: readonly ReceiptException[]): Markup | undefined {
  if (exceptions.length === 0) return undefined;
  const rows = exceptions.map(({ connection, resource, count, basis }) => [
    connection,
    resource,
    count,
    basis,
  ]);
  return markup`<section><h2>Kept by law</h2>${table(['Service', 'Data', 'Number', 'Basis'], rows)}</section>`;
}

function evidence({ receipt, key, hash }: ReceiptView): Markup {
  const { audit } = receipt;
  const facts = definitions([
    ['SHA-256 of the signed text', markup`<code>${hash}</code>`],
    ['Signed by key', markup`<code>${key}</code>`],
    ['Version before', receipt.previous === null ? 'none' : markup`<code>${receipt.previous}</code>`],
    ['Audit log', audit === null ? 'empty' : markup`entry ${audit.seq}, <code>${audit.hash}</code>`],
    ['Checkpoint of the log', audit?.checkpoint == null ? 'none yet' : 'a signed one is in the signed text'],
    ['Issued by', markup`Privacy Connectors ${receipt.issuedBy}`],
  ]);
  return markup`<section><h2>Evidence</h2>
<p>This page is for reading. Evidence is the signed text, which <code>dsr receipt verify</code> checks with the public keys of
the issuer.</p>
${facts}</section>`;
}
