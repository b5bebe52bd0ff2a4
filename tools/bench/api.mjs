import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startService } from './processes.mjs';
import { onStage } from './stage.mjs';

const clients = 1_000;
const readsPerClient = 3;

/** Milliseconds that creating and reading a request takes for 1,000 clients at once, and how many calls failed. */
export function measure(signal) {
  const settings = { vendorRequestsPerSecond: 1_000, vendorBurst: 1_000 };
  return onStage({ signal, simulator: {}, settings }, async ({ dsr, folder }) => {
    const { key } = await dsr(['keys', 'create', '--role', 'operator']);
    const service = await startService(join(folder, 'home'), signal, ['--no-worker']);
    const agent = new Agent({ keepAlive: true, maxSockets: clients });
    try {
      return figures(await callAll(createCaller({ url: service.url, key, agent })));
    } finally {
      agent.destroy();
      await service.end();
    }
  });
}

function figures(calls) {
  const of = (kind) => calls.filter((call) => call.kind === kind).map(({ milliseconds }) => milliseconds);
  return {
    clients,
    create: percentiles(of('create')),
    read: percentiles(of('read')),
    failedCalls: calls.filter(({ status }) => status >= 400).length,
  };
}

async function callAll(call) {
  const each = Array.from({ length: clients }, (_, index) => oneClient(call, index));
  return (await Promise.all(each)).flat();
}

async function oneClient(call, index) {
  const body = { type: 'access', emails: [`person.${index}@example.com`] };
  const created = await call('create', 'POST', '/v1/requests', body);
  const calls = [created];
  for (let count = 0; count < readsPerClient; count += 1) {
    calls.push(await call('read', 'GET', `/v1/requests/${created.answer.id}`));
  }
  return calls;
}

function createCaller({ url, key, agent }) {
  return async (kind, method, path, body) => {
    const start = performance.now();
    const content = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${key}`,
      ...(content === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const call = request(new URL(path, url), { method, headers, agent });
    call.end(content);
    const [response] = await once(call, 'response');
    const answer = JSON.parse(await text(response));
    return { kind, milliseconds: performance.now() - start, status: response.statusCode, answer };
  };
}

function percentiles(milliseconds) {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const at = (part) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]);
  return { medianMilliseconds: at(0.5), percentile99Milliseconds: at(0.99) };
}
