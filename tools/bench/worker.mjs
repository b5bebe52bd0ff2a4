import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbeddedPostgres } from '../../packages/runner/dist/postgres/index.js';
import { startService, startWorker } from './processes.mjs';
import { recordRequests } from './record-requests.mjs';
import { onStage } from './stage.mjs';

const rounds = 3;
const goalSeconds = 10;
const subjects = [
  { email: 'long@example.com', conversations: 400, messagesPerConversation: 50 },
  { email: 'short@example.com', attachmentsPerConversation: 1 },
];
const simulator = { subjects, conversations: 450, attachmentBytes: 4 * 1024 ** 2 };
/** Slow enough for one request to outlast all of this. */
const settings = { vendorRequestsPerSecond: 8, vendorBurst: 4 };

/** Seconds until another worker carries on after one that was killed, and seconds that processes take to stop. */
export function measure(signal) {
  return onStage({ signal, simulator, settings }, async ({ dsr, folder, simulator: vendor }) => {
    const home = join(folder, 'home');
    // Held here: who is killed must not take the database along.
    const server = await openEmbeddedPostgres({ folder: join(home, 'postgres') });
    try {
      const { id } = await dsr(['request', 'access', '--email', 'short@example.com', '--wait']);
      await recordRequests(home, ['long@example.com']);
      const takeover = await measureTakeovers({ home, signal, vendor });
      const stopOfWorker = await measureStop({ home, signal, vendor });
      const stopOfService = await measureService({ dsr, home, signal, id });
      return { killedWorkers: rounds, takeover, stopOfWorker, stopOfService, goalSeconds };
    } finally {
      await server.close();
    }
  });
}

/** One task, so that whoever does not have it is idle: each call after the kill is one of the other's. */
async function measureTakeovers({ home, signal, vendor }) {
  const seconds = [];
  let working = await startWorker(home, signal);
  try {
    for (let round = 0; round < rounds; round += 1) {
      await nextCall(vendor, signal);
      const other = await startWorker(home, signal);
      await nextCall(vendor, signal);
      const start = performance.now();
      await working.end('SIGKILL');
      working = other;
      // What the dead one had sent may still have to be read; nobody takes over within that time.
      await sleep(200);
      await nextCall(vendor, signal);
      seconds.push(secondsSince(start));
    }
  } finally {
    await working.end('SIGKILL');
  }
  return { mostSeconds: Math.max(...seconds) };
}

/** In the middle of a call, so that the step under way has to come to its end. */
async function measureStop({ home, signal, vendor }) {
  const worker = await startWorker(home, signal);
  await nextCall(vendor, signal);
  return measureEnd(worker);
}

async function measureService({ dsr, home, signal, id }) {
  const { key } = await dsr(['keys', 'create', '--role', 'admin']);
  const service = await startService(home, signal);
  const open = [];
  try {
    for (const part of ['events', 'package']) {
      open.push(await begin(new URL(`/v1/requests/${id}/${part}`, service.url), key));
    }
    return await measureEnd(service);
  } finally {
    for (const socket of open) socket.destroy();
  }
}

async function measureEnd(process) {
  const start = performance.now();
  const code = await process.end('SIGTERM');
  return { seconds: secondsSince(start), exitCode: code };
}

/** Resolves while the vendor is asked something, whoever asks. */
function nextCall({ hooks, calls }, signal) {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    const forget = hooks.beforeAnswer(calls.total + 1, () => {
      forget();
      resolve();
    });
  });
}

/** Asks over a connection of its own, and takes no more than the beginning of the answer. */
async function begin({ hostname, port, pathname }, key) {
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${key}\r\n\r\n`);
  const [head] = await once(socket, 'data');
  socket.pause();
  if (!head.toString('latin1').startsWith('HTTP/1.1 200 ')) throw new Error(`${pathname} was refused.`);
  return socket;
}

function secondsSince(start) {
  return Number(((performance.now() - start) / 1000).toFixed(2));
}
