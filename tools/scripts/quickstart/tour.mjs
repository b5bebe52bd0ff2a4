/** The person whose requests are carried out; the simulator seeds her, among strangers. */
const email = 'grace.hopper@example.com';

/** Fast, because this vendor is ours: Drift itself is asked five times a second, and looked at every ten minutes. */
const settings = { vendorRequestsPerSecond: 50, vendorBurst: 20, verifyEverySeconds: 1 };

/** Adds the simulated Drift as a connection, the way a browser would: OAuth with a client id. */
export async function connect({ dsr, timeline, simulator }) {
  const { baseUrl, authorizationUrl, clientId, clientSecret } = simulator;
  const pairs = Object.entries({ baseUrl, authorizationUrl, ...settings });
  const given = pairs.flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  const args = ['connection', 'add', 'drift', '--name', 'support', ...given, '--client-id', clientId];
  timeline.command('dsr connection add drift --name support --client-id … …');
  const test = await dsr([...args, '--client-secret-env', 'DRIFT_CLIENT_SECRET'], {
    env: { DRIFT_CLIENT_SECRET: clientSecret },
    onLine: ({ authorizationUrl }) => authorizationUrl && visit(authorizationUrl),
  });
  const possible = test.capabilities.filter(({ available }) => available === 'yes');
  timeline.event('Connected to Drift through OAuth; the tokens are stored encrypted.', [
    `Possible: ${possible.map(({ capability }) => capability).join(', ')}`,
  ]);
}

/** What the person's browser does at the printed URL; the simulated Drift consents and sends it to the callback. */
async function visit(url) {
  const answer = await fetch(url);
  await answer.arrayBuffer();
}

/** Runs an access request to its end and exports its package. */
export async function access({ dsr, timeline, packageFile, packageName }) {
  timeline.command(`dsr request access --email ${email} --wait`);
  const request = completed(await dsr(['request', 'access', '--email', email, '--wait']));
  timeline.event(`Access request ${request.id} is completed.`, outcomes(request));
  timeline.event(
    'Not covered, because Drift has no call for it; the package says so too:',
    notCovered(request),
  );
  timeline.command(`dsr request export ${request.id.slice(0, 8)} --out ${packageName}`);
  const written = await dsr(['request', 'export', request.id, '--out', packageFile]);
  timeline.event(`The package is written: ${written.files} files, ${written.bytes} bytes.`);
}

/** Plans a deletion, approves the plan, and waits until the vendor shows that the data is gone. */
export async function erase({ dsr, timeline }) {
  timeline.command(`dsr request delete --email ${email}`);
  const planned = await dsr(['request', 'delete', '--email', email]);
  const { plan } = planned.tasks[0];
  timeline.event(`Deletion request ${planned.id} has a plan; nothing is deleted yet.`, planLines(plan));
  timeline.command(`dsr request approve ${planned.id.slice(0, 8)}`);
  await dsr(['request', 'approve', planned.id]);
  timeline.event(`The plan is approved. The approval binds to its hash, ${plan.hash.slice(0, 12)}…`);
  timeline.command(`dsr request wait ${planned.id.slice(0, 8)}`);
  const told = new Set();
  const onLine = ({ progress }) => tellPending(progress, told, timeline);
  const request = completed(await dsr(['request', 'wait', planned.id], { onLine }));
  timeline.event(
    'Drift was looked at again, and the data is gone. Only now it is called deleted.',
    outcomes(request),
  );
}

function tellPending(request, told, timeline) {
  const isPending = request?.tasks.some((task) => task.outcomes.some(({ outcome }) => outcome === 'pending'));
  if (!isPending || told.has('pending')) return;
  told.add('pending');
  timeline.event('Drift accepted the deletion. Accepted is not done: the outcome is pending.');
}

function completed(request) {
  if (request.status === 'completed') return request;
  throw new Error(`Request ${request.id} ended as ${request.status} instead of completed.`);
}

function outcomes(request) {
  return request.tasks.flatMap((task) =>
    task.outcomes.map(
      ({ resource, outcome, count }) => `${resource.padEnd(14)} ${outcome.padEnd(9)} ${count}`,
    ),
  );
}

function notCovered(request) {
  const [first, ...more] = request.tasks.flatMap((task) => task.notCovered);
  return [`${first.what}, and ${more.length} more`];
}

function planLines(plan) {
  return plan.operations.map(
    ({ title, count, resource, irreversible }) =>
      `${title} (${count} ${resource}${irreversible ? ', cannot be undone' : ''})`,
  );
}
