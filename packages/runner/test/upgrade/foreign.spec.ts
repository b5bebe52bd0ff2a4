import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { Application } from '../../src/application/application.js';
import type { WorkerEvent } from '../../src/application/worker.js';
import { EngineError } from '../../src/errors/runner-error.js';
import type { Database } from '../../src/store/database.js';
import { startTestService, type TestService } from '../http/support/service.js';
import { never } from '../support/never.js';
import { somebody } from '../support/services.js';

describe('work that a version began whose work this one cannot carry on', () => {
  let service: TestService;
  let application: Application;
  let database: Database;
  let vendor: DriftSimulator;
  let begun: string;

  beforeAll(async () => {
    service = await startTestService();
    ({ application } = service);
    vendor = await service.startVendor('main', { conversations: 10, strangers: 3 });
    ({ database } = service);
    begun = await record();
    const stopping = new AbortController();
    const forget = vendor.hooks.beforeAnswer(vendor.calls.total + 3, () => {
      stopping.abort();
    });
    await application.worker.run(stopping.signal);
    forget();
    await setVersion('task-0');
  });

  afterAll(() => service.stop());

  async function record(): Promise<string> {
    return (await application.requests.create({ ...somebody, type: 'access' })).id;
  }

  /** Of all work so far. */
  async function setVersion(version: string): Promise<void> {
    await database.query('update dbos.workflow_status set application_version = $1', [version]);
  }

  /** Works until nothing is left, an hour after anything moved. @returns what the worker told, and its refusal. */
  async function work(): Promise<{ readonly told: readonly WorkerEvent[]; readonly refusal: unknown }> {
    await database.query("update dsr.task set wake_at = now() - interval '1 hour'");
    const told: WorkerEvent[] = [];
    const tell = (event: WorkerEvent) => told.push(event);
    const refusal = await application.worker.run(never, { untilIdle: true, tell }).then(
      () => undefined,
      (error: unknown) => error,
    );
    return { told, refusal };
  }

  it('is refused loudly, with what to do, and left as it is', async () => {
    const calls = vendor.calls.total;
    const { told, refusal } = await work();
    expect(refusal).toBeInstanceOf(EngineError);
    expect(refusal).toMatchObject({ exitCode: 1 });
    expect(String(refusal)).toContain('(1 task) was begun by another version of dsr');
    expect(String(refusal)).toContain('Run a worker of that version until it is done.');
    expect(told).toContainEqual({ kind: 'refused', tasks: 1 });
    expect(vendor.calls.total).toBe(calls);
    expect((await application.requests.show(begun)).status).toBe('running');
  });

  it('is refused to whoever waits for it', async () => {
    await expect(application.requests.wait(begun, () => undefined, never)).rejects.toThrow(
      'Run that version until the request has ended.',
    );
  });

  it('keeps no other work waiting', async () => {
    const other = await record();
    expect((await work()).refusal).toBeInstanceOf(EngineError);
    expect((await application.requests.show(other)).status).toBe('completed');
    expect((await application.requests.show(begun)).status).toBe('running');
  });

  it('is carried on by the version that began it', async () => {
    await setVersion('task-1');
    expect((await work()).refusal).toBeUndefined();
    expect((await application.requests.show(begun)).status).toBe('completed');
  });
});
