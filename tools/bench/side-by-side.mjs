import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { recordRequests } from './record-requests.mjs';
import { onStage } from './stage.mjs';

const script = fileURLToPath(new URL('./side-by-side/plain-script.mjs', import.meta.url));
const people = 20;
const limits = { requestsPerSecond: 50, burst: 20 };
const subjects = Array.from({ length: people }, (_, index) => ({
  email: `person.${index}@example.com`,
  conversations: 2,
  messagesPerConversation: 60,
}));
const emails = subjects.map(({ email }) => email);
const settings = { vendorRequestsPerSecond: limits.requestsPerSecond, vendorBurst: limits.burst };

/** Calls, time and 429s of access for 20 people: one request each, by a worker and by a plain script. */
export function measure(signal) {
  const simulator = { subjects, conversations: 3_000, limits };
  return onStage({ signal, simulator, settings }, async ({ dsr, folder, simulator: vendor }) => {
    await recordRequests(join(folder, 'home'), emails);
    const runner = await counted(vendor, () => byRunner(dsr));
    const plain = await counted(vendor, () => byScript(vendor, signal));
    if (runner.records !== plain.records) throw new Error('The two found different numbers of records.');
    return { people, runner, script: plain };
  });
}

async function byRunner(dsr) {
  await dsr(['worker', '--until-idle']);
  const requests = await dsr(['request', 'list']);
  return requests
    .flatMap(({ tasks }) => tasks)
    .flatMap(({ outcomes }) => outcomes)
    .filter(({ outcome }) => outcome === 'exported')
    .reduce((sum, { count }) => sum + count, 0);
}

async function byScript({ baseUrl, staticToken }, signal) {
  const args = [script, baseUrl, String(limits.requestsPerSecond), ...emails];
  const env = { ...process.env, DRIFT_TOKEN: staticToken };
  const child = spawn(process.execPath, args, { env, signal, stdio: ['ignore', 'pipe', 'inherit'] });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (code !== 0) throw new Error(`The script ended with exit code ${code}.`);
  return JSON.parse(output).records;
}

async function counted({ calls }, act) {
  const before = calls.total;
  const start = performance.now();
  const records = await act();
  const seconds = Number(((performance.now() - start) / 1000).toFixed(1));
  const made = calls.all.slice(before);
  return {
    records,
    calls: made.length,
    seconds,
    answers429: made.filter(({ status }) => status === 429).length,
  };
}
