import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbeddedPostgres } from '../../packages/runner/dist/postgres/index.js';
import { Database } from '../../packages/runner/dist/store/database.js';
import { runNode } from '../scripts/support/run-node.mjs';
import { recordRequests } from './record-requests.mjs';
import { onStage } from './stage.mjs';

const bareEngine = fileURLToPath(new URL('./engine/bare-engine.mjs', import.meta.url));
const requests = 200;
const subjects = Array.from({ length: requests }, (_, index) => ({
  email: `person.${index}@example.com`,
  messagesPerConversation: 4,
}));
/** A vendor that is no limit. */
const settings = { vendorRequestsPerSecond: 2_000, vendorBurst: 2_000 };

/** Requests per second that one worker finishes, beside the engine alone doing as many steps that do nothing. */
export function measure(signal) {
  const simulator = { subjects, conversations: 400 };
  return onStage({ signal, simulator, settings }, async ({ dsr, folder, simulator: { calls } }) => {
    const home = join(folder, 'home');
    const server = await openEmbeddedPostgres({ folder: join(home, 'postgres') });
    try {
      await recordRequests(
        home,
        subjects.map(({ email }) => email),
      );
      const before = calls.total;
      const runnerSeconds = await timed(() => dsr(['worker', '--until-idle']));
      const vendorCalls = calls.total - before;
      const steps = await stepsDone(server.url);
      const engineSeconds = await timed(() => runBare(server.url, Math.ceil(steps / requests)));
      return figures({ steps, vendorCalls, runnerSeconds, engineSeconds });
    } finally {
      await server.close();
    }
  });
}

function figures({ steps, vendorCalls, runnerSeconds, engineSeconds }) {
  return {
    requests,
    stepsPerRequest: steps / requests,
    vendorCallsPerRequest: vendorCalls / requests,
    runner: { requestsPerSecond: Number((requests / runnerSeconds).toFixed(1)) },
    bareEngine: { requestsPerSecond: Number((requests / engineSeconds).toFixed(1)) },
    ratio: Number((runnerSeconds / engineSeconds).toFixed(2)),
  };
}

async function timed(act) {
  const start = performance.now();
  await act();
  return (performance.now() - start) / 1000;
}

async function stepsDone(url) {
  const database = await Database.open(url);
  try {
    const { rows } = await database.query('select count(*)::int as count from dbos.operation_outputs');
    await database.query('create database bare');
    return rows[0].count;
  } finally {
    await database.close();
  }
}

async function runBare(url, steps) {
  const bare = new URL(url);
  bare.pathname = '/bare';
  const { code } = await runNode([bareEngine, bare.href, String(requests), String(steps)]);
  if (code !== 0) throw new Error(`The bare engine ended with exit code ${code}.`);
}
