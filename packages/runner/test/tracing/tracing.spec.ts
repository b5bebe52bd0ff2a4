import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TransientError } from '@privacy-connectors/core/errors';
import { createLog } from '../../src/logging/create-log.js';
import { startTracing } from '../../src/tracing/start-tracing.js';
import { noTracing } from '../../src/tracing/tracing.js';
import { vendorCallSpan } from '../../src/tracing/vendor-call-span.js';
import { type CollectedSpan, startCollector, type Collector } from '../support/collector.js';

const personal = 'canary@example.org';
const silent = createLog('silent');
const call = {
  operationId: 'getContact',
  method: 'GET',
  path: '/contacts/{id}',
  attempts: 2,
  durationMs: 30,
};

let collector: Collector;

beforeEach(async () => {
  collector = await startCollector();
});

afterEach(async () => {
  await collector.stop();
});

function named(name: string): CollectedSpan {
  const span = collector.spans().find((candidate) => candidate.name === name);
  if (span === undefined) throw new Error(`No span ${name} arrived.`);
  return span;
}

describe('tracing', () => {
  it('sends spans to the collector, each below the one it began in', async () => {
    const tracing = await startTracing(`${collector.endpoint}/`, silent);
    await tracing.within({ name: 'task', attributes: { 'dsr.task': 't1' } }, () =>
      tracing.within({ name: 'read' }, async () => {
        await Promise.resolve();
        tracing.ended(vendorCallSpan('drift', { ...call, status: 200 }), call.durationMs);
      }),
    );
    await tracing.close();
    expect(collector.paths).toEqual(['/v1/traces']);
    const [task, read, vendor] = [named('task'), named('read'), named('GET /contacts/{id}')];
    expect(read).toMatchObject({ traceId: task.traceId, parentSpanId: task.spanId });
    expect(vendor).toMatchObject({ traceId: task.traceId, parentSpanId: read.spanId, kind: 3 });
    expect(task.attributes).toEqual([{ key: 'dsr.task', value: { stringValue: 't1' } }]);
    const nanoseconds = BigInt(vendor.endTimeUnixNano) - BigInt(vendor.startTimeUnixNano);
    expect(Number(nanoseconds) / 1e6).toBeCloseTo(call.durationMs, 0);
  });

  it('begins a trace of its own for what does not belong together', async () => {
    const tracing = await startTracing(collector.endpoint, silent);
    await Promise.all(['a', 'b'].map((name) => tracing.within({ name }, () => Promise.resolve())));
    await tracing.close();
    expect(named('a').traceId).not.toBe(named('b').traceId);
    expect(named('b').parentSpanId).toBeUndefined();
  });

  it('tells that something failed and of what kind, without its message', async () => {
    const tracing = await startTracing(collector.endpoint, silent);
    const failing = tracing.within({ name: 'read' }, () => Promise.reject(new TransientError(personal)));
    await expect(failing).rejects.toThrow(personal);
    tracing.ended(vendorCallSpan('drift', { ...call, error: 'throttled' }), 1);
    await tracing.close();
    expect(collector.bodies.join('')).not.toContain('canary');
    expect(named('read').status.code).toBe(2);
    expect(named('read').attributes).toContainEqual({
      key: 'error.type',
      value: { stringValue: 'transient' },
    });
    expect(named('GET /contacts/{id}').status.code).toBe(2);
  });

  it('says nothing of the machine and of the command line', async () => {
    const tracing = await startTracing(collector.endpoint, silent);
    await tracing.within({ name: 'task' }, () => Promise.resolve());
    await tracing.close();
    const body = collector.bodies.join('');
    for (const word of [process.execPath, process.cwd(), 'host.name', 'process.'])
      expect(body).not.toContain(word);
    expect(body).toContain('privacy-connectors');
  });

  it('tells the log when the collector does not take spans, and lets the work be', async () => {
    const refusing = await startCollector(400);
    const lines: string[] = [];
    const log = createLog('warn', { write: (line: string) => void lines.push(line) });
    const tracing = await startTracing(refusing.endpoint, log);
    await expect(tracing.within({ name: 'task' }, () => Promise.resolve(7))).resolves.toBe(7);
    await tracing.close();
    await refusing.stop();
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['tracing.failed']);
    expect(lines.join('')).not.toContain(refusing.endpoint);
  });

  it('is nothing without an endpoint', async () => {
    expect(await startTracing(undefined, silent)).toBe(noTracing);
  });
});
