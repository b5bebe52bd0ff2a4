import { email } from './vendors.mjs';

/** Runs an access request to its end and exports its package. */
export async function access({ dsr, timeline, packageFile, packageName }) {
  timeline.command(`dsr request access --email ${email} --wait`);
  const request = completed(await dsr(['request', 'access', '--email', email, '--wait']));
  timeline.event(`Access request ${request.id} is completed.`, outcomes(request));
  timeline.event(
    'Found on the way. A number of our own customers leads on; a phone may be shared:',
    found(request),
  );
  timeline.event(
    'Not covered, because a vendor has no call for it; the package says so too:',
    notCovered(request),
  );
  timeline.command(`dsr request export ${request.id.slice(0, 8)} --out ${packageName}`);
  const written = await dsr(['request', 'export', request.id, '--out', packageFile]);
  timeline.event(`The package is written: ${written.files} files, ${written.bytes} bytes.`);
}

/** Plans a deletion, approves the plan, and waits until the vendors show that the data is gone. */
export async function erase({ dsr, timeline }) {
  timeline.command(`dsr request delete --email ${email}`);
  const planned = await dsr(['request', 'delete', '--email', email]);
  timeline.event(`Deletion request ${planned.id} has a plan; nothing is deleted yet.`, planLines(planned));
  timeline.command(`dsr request approve ${planned.id.slice(0, 8)}`);
  await dsr(['request', 'approve', planned.id]);
  timeline.event('The plans are approved. The approval binds to their hashes; all have searched by now.');
  timeline.command(`dsr request wait ${planned.id.slice(0, 8)}`);
  const told = new Set();
  const onLine = ({ progress }) => tellPending(progress, told, timeline);
  const request = completed(await dsr(['request', 'wait', planned.id], { onLine }));
  timeline.event(
    'Each vendor was looked at again, and the data is gone. Only now it is called deleted.',
    outcomes(request),
  );
}

function tellPending(request, told, timeline) {
  for (const task of request?.tasks ?? []) {
    if (told.has(task.connector) || !task.outcomes.some(({ outcome }) => outcome === 'pending')) continue;
    told.add(task.connector);
    timeline.event(
      `The deletion was sent to ${task.connector}. Accepted is not done: the outcome is pending.`,
    );
  }
}

function completed(request) {
  if (request.status === 'completed') return request;
  throw new Error(`Request ${request.id} ended as ${request.status} instead of completed.`);
}

function outcomes(request) {
  return request.tasks.flatMap((task) =>
    task.outcomes.map(
      ({ resource, outcome, count }) =>
        `${task.connector.padEnd(9)} ${resource.padEnd(14)} ${outcome.padEnd(9)} ${count}`,
    ),
  );
}

function found(request) {
  return request.identifiers
    .filter(({ given }) => !given)
    .map(({ kind, count, foundBy, used }) => {
      const where = [...new Set(foundBy.map(({ connection }) => connection))].join(', ');
      return `${count} ${kind} at ${where}: ${used ? 'passed on' : 'not passed on'}`;
    });
}

function notCovered(request) {
  return request.tasks.map((task) => `${task.connector}: ${task.notCovered[0].what}, and more`);
}

function planLines(request) {
  return request.tasks.flatMap(({ connector, plan }) => {
    const titles = new Map();
    for (const { title, count } of plan.operations) titles.set(title, (titles.get(title) ?? 0) + count);
    return [...titles].map(([title, count]) => `${connector}: ${title} (${count})`);
  });
}
