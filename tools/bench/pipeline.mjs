import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import createClient from 'openapi-fetch';
import { Sensitive } from '../../packages/core/dist/index.js';
import { createPipeline, operationTag } from '../../packages/core/dist/http/index.js';
import { StaticTokenSource } from '../../packages/core/dist/oauth/index.js';
import { connectionBudgets } from '../../packages/core/dist/rate-limit/index.js';
import { RetryQuota } from '../../packages/core/dist/retry/index.js';

const callsPerRound = 1_000;
const rounds = 11;
const goal = 1.25;
const path = '/things/{id}';
const operations = {
  getThing: {
    method: 'GET',
    path,
    purpose: 'Measure.',
    usedFor: ['access'],
    scopes: [],
    idempotent: true,
    rateLimit: 'all',
  },
};

/** What a vendor call costs through the whole pipeline and through openapi-fetch alone, in rounds that alternate. */
export async function measure(signal) {
  const server = await startServer();
  try {
    return await compare(bare(server.url), piped(server.url), signal);
  } finally {
    await server.close();
  }
}

async function compare(bareClient, pipedClient, signal) {
  const times = { bare: [], piped: [] };
  // The first round of each only warms up.
  for (let round = 0; round <= rounds && !signal.aborted; round += 1) {
    const [bareTime, pipedTime] = [await timed(bareClient), await timed(pipedClient)];
    if (round === 0) continue;
    times.bare.push(bareTime);
    times.piped.push(pipedTime);
  }
  signal.throwIfAborted();
  const ratios = times.piped.map((time, round) => time / times.bare[round]);
  return {
    bareMicroseconds: Math.round(median(times.bare)),
    pipelineMicroseconds: Math.round(median(times.piped)),
    ratio: Number(median(ratios).toFixed(3)),
    goal,
  };
}

/** Microseconds per call, one call at a time. */
async function timed(client) {
  const start = performance.now();
  for (let id = 0; id < callsPerRound; id += 1) {
    const { response } = await client.GET(path, { params: { path: { id } } });
    if (!response.ok) throw new Error('The local server did not answer.');
  }
  return ((performance.now() - start) * 1000) / callsPerRound;
}

function bare(baseUrl) {
  return createClient({ baseUrl, headers: { authorization: 'Bearer token' } });
}

/** Everything a connection has; only its limit is higher than that of any vendor. */
function piped(baseUrl) {
  const fetch = createPipeline({
    origins: [baseUrl],
    tokens: new StaticTokenSource(new Sensitive('token')),
    budgetOf: connectionBudgets({
      all: { limits: [{ requestsPerSecond: 1e6, burst: 1e6 }], per: 'connection' },
    }),
    quota: new RetryQuota(),
    auth: { kind: 'api_key', header: 'authorization', prefix: 'Bearer ', rejectionStatuses: [401] },
  });
  const client = createClient({ baseUrl, fetch });
  client.use(operationTag(operations));
  return client;
}

function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

async function startServer() {
  const program = fileURLToPath(new URL('./answering-server.mjs', import.meta.url));
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = await once(createInterface(child.stdout), 'line');
  const close = async () => {
    child.stdin.end();
    await once(child, 'exit');
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
