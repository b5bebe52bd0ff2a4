/** Adds each simulated vendor as a connection: Drift the way a browser would, the others with a token or key made by hand. */
export async function connect(stage) {
  for (const vendor of stage.vendors) await connectTo(vendor, stage);
}

async function connectTo(vendor, { dsr, timeline }) {
  const { id, title, name, namespace = {} } = vendor;
  const credentials =
    vendor.simulator.clientId !== undefined && id === 'drift' ? byBrowser(vendor) : byHand(vendor);
  const declared = Object.entries(namespace).flatMap(([kind, owner]) => ['--namespace', `${kind}=${owner}`]);
  timeline.command(['dsr connection add', id, '--name', name, ...declared, credentials.shown, '…'].join(' '));
  const args = [
    'connection',
    'add',
    id,
    '--name',
    name,
    ...declared,
    ...settingsOf(vendor),
    ...credentials.args,
  ];
  const test = await dsr(args, credentials);
  const possible = test.capabilities.filter(({ available }) => available !== 'no');
  timeline.event(`Connected to ${title} ${credentials.how}.`, [
    `Possible: ${possible.map(({ capability }) => capability).join(', ')}`,
  ]);
}

function settingsOf({ settings, simulator, id }) {
  const { baseUrl, authorizationUrl } = simulator;
  const urls = id === 'drift' ? { baseUrl, authorizationUrl } : { baseUrl };
  return Object.entries({ ...urls, ...settings }).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
}

function byBrowser({ simulator }) {
  return {
    how: 'through OAuth; the tokens are stored encrypted',
    shown: '--client-id …',
    args: ['--client-id', simulator.clientId, '--client-secret-env', 'CLIENT_SECRET'],
    env: { CLIENT_SECRET: simulator.clientSecret },
    onLine: ({ authorizationUrl }) => authorizationUrl && visit(authorizationUrl),
  };
}

function byHand({ simulator }) {
  return {
    how: 'with a key made by hand, which is stored encrypted',
    shown: '--token-env …',
    args: ['--token-env', 'VENDOR_KEY'],
    env: { VENDOR_KEY: simulator.privateKey ?? simulator.staticToken },
  };
}

/** What the person's browser does at the printed URL; the simulated vendor consents and sends it to the callback. */
async function visit(url) {
  const answer = await fetch(url);
  await answer.arrayBuffer();
}
