import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/composition/tokens.js';
import { carryOut } from '../support/carry-out.js';
import { TestServices } from '../support/services.js';
import { until } from '../worker/until.js';

const email = 'grace.hopper@example.com';
const rightDate = globalThis.Date;
let services: TestServices;

beforeAll(async () => {
  services = await TestServices.start();
  const subjects = [{ email, contacts: 1 }];
  await services.startVendor('main', { subjects, strangers: 1, erasure: { afterLookups: 3 } });
});

afterEach(() => {
  globalThis.Date = rightDate;
});

afterAll(() => services.close());

/** From here on this process goes by a clock that is so many milliseconds behind the database's. */
function goBehind(milliseconds: number): void {
  globalThis.Date = class extends rightDate {
    constructor(...given: [] | [number | string | Date]) {
      super(given.length === 0 ? rightDate.now() - milliseconds : given[0]);
    }

    static override now(): number {
      return rightDate.now() - milliseconds;
    }
  } as DateConstructor;
}

describe('a receipt of a deletion that was confirmed by a worker whose clock is behind', () => {
  it('tells the sending, then the looks, and is signed', async () => {
    const done = carryOut(services, { type: 'deletion', connections: ['main'] });
    await until(async () => {
      const pending = `select from dsr.erasure_step where step = 'verify' and outcome = 'pending'`;
      return (await services.database.query(pending)).rowCount > 0;
    });
    goBehind(30_000);
    const { id, status } = await done;
    expect(status).toBe('completed');
    const { receipt } = await services.receipts().show(id);
    const { sending, verification } = receipt.tasks[0]!.operations[0]!;
    expect(verification!.found).toBe('deleted');
    expect(Date.parse(verification!.lastAt)).toBeGreaterThanOrEqual(Date.parse(verification!.firstAt));
    expect(Date.parse(verification!.firstAt)).toBeGreaterThanOrEqual(Date.parse(sending!.lastAt));
  });
});

describe('steps of an erasure', () => {
  it('stay in their order when the clock of the database was set back', async () => {
    const { rows } = await services.database.query<{ task_id: string; work_id: number }>(
      `update dsr.erasure_step set last_at = now() + interval '1 hour' where outcome = 'deleted' returning task_id, work_id`,
    );
    const [{ task_id: taskId, work_id: workId }] = rows as [{ task_id: string; work_id: number }];
    const { journal } = services.container.get(tokens.taskStores);
    const step = { taskId, workId, step: 'verify', outcome: 'transient', calls: [] } as const;
    await services.database.transaction((connection) => journal.record(step, connection));
    const steps = await journal.ofTasks([taskId]);
    expect(steps.at(-1)).toMatchObject({ outcome: 'transient', count: 1 });
    expect(steps.at(-1)!.last_at).toEqual(steps.at(-2)!.last_at);
  });
});
