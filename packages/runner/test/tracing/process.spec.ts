import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { RequestView } from '../../src/application/views/request-view.js';
import { type CollectedSpan, startCollector, type Collector } from '../support/collector.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { dsr, type DsrEnd } from '../support/dsr.js';
import { Installation } from '../support/installation.js';

const email = 'grace.hopper@example.com';
const recorder = `
process.on('exit', () => require('node:fs').writeFileSync(process.env.LOADED, Object.keys(require.cache).join('\\n')));`;

describe('a worker', () => {
  let database: TestDatabase;
  let installation: Installation;
  let vendor: DriftSimulator;
  let collector: Collector;

  beforeAll(async () => {
    database = await startTestDatabase();
    installation = new Installation({ DATABASE_URL: database.url });
    vendor = await startDriftSimulator({ subjects: [{ email, contacts: 2, conversations: 3 }] });
    collector = await startCollector();
    await installation.connect('main', vendor);
    writeFileSync(installation.path('recorder.cjs'), recorder);
  });

  afterAll(async () => {
    await collector.stop();
    await vendor.close();
    installation.remove();
    await database.stop();
  });

  /** Carries a new request out; `loaded` are the files of the modules that the worker came to load. */
  async function work(
    variables: Readonly<Record<string, string>>,
  ): Promise<{ readonly view: RequestView; readonly end: DsrEnd; readonly loaded: string }> {
    const { id } = await installation.request('access', '--email', email);
    const end = await dsr(['worker', '--until-idle'], {
      ...installation.environment,
      ...variables,
      NODE_OPTIONS: `--require=${installation.path('recorder.cjs')}`,
      LOADED: installation.path('loaded'),
    });
    const view = await installation.request('show', id);
    return { view, end, loaded: readFileSync(installation.path('loaded'), 'utf8') };
  }

  it('loads nothing of OpenTelemetry when no collector is configured', async () => {
    const { view, loaded } = await work({});
    expect(view.status).toBe('completed');
    expect(loaded).toContain('node_modules/pg/');
    expect(loaded).not.toMatch(/node_modules\/@opentelemetry\/(?:sdk|exporter|resources|core)/);
  });

  it('tells a collector of tasks, steps and calls, and of no person', async () => {
    const { view, end, loaded } = await work({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
    expect(view.status).toBe('completed');
    expect(end.code).toBe(0);
    expect(loaded).toContain('node_modules/@opentelemetry/sdk-trace/');

    const spans = new Map(collector.spans().map((span) => [span.spanId, span]));
    const calls = [...spans.values()].filter(({ kind }) => kind === 3);
    expect(new Set(calls.map(({ name }) => name))).toContain('GET /conversations/{conversationId}/messages');
    for (const call of calls) {
      const step = parentOf(call, spans);
      expect(step?.name).toMatch(/^step (?:locate|scan|read|open)$/);
      expect(step && parentOf(step, spans)?.name).toBe('task');
    }
    expect(JSON.stringify([...spans.values()])).toContain(view.id);

    const told = collector.bodies.join('');
    const canaries = [
      email,
      vendor.staticToken,
      ...vendor.world.canariesOf(email),
      ...vendor.world.strangerCanaries(email),
    ];
    expect(canaries.filter((canary) => told.includes(canary))).toEqual([]);
    expect(told).not.toContain(vendor.baseUrl);
  });

  function parentOf(
    { parentSpanId = '' }: CollectedSpan,
    spans: ReadonlyMap<string, CollectedSpan>,
  ): CollectedSpan | undefined {
    return spans.get(parentSpanId);
  }
});
