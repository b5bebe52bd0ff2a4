import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/composition/tokens.js';
import { carryOut } from '../support/carry-out.js';
import { never } from '../support/never.js';
import { somebody, TestServices } from '../support/services.js';

let services: TestServices;

beforeAll(async () => {
  services = await TestServices.start();
  await services.startVendor('main', { subjects: [{ email: somebody.emails[0] }], strangers: 2 });
});

afterAll(() => services.close());

/** Workflows that the engine knows. */
async function workflows(condition = 'true'): Promise<number> {
  const sql = `select count(*)::int as count from dbos.workflow_status where ${condition}`;
  return (await services.database.query<{ count: number }>(sql)).rows[0]?.count ?? 0;
}

/** What is left of the inputs and results of those that are gone. */
async function orphans(): Promise<number> {
  const tables = ['workflow_input', 'workflow_output', 'operation_outputs'];
  const orphaned = tables.map((table) => `select workflow_uuid from dbos.${table}`).join(' union all ');
  const { rowCount } = await services.database.query(
    `select 1 from (${orphaned}) as left_over where workflow_uuid not in (select workflow_uuid from dbos.workflow_status)`,
  );
  return rowCount;
}

describe('what the engine keeps', () => {
  it('goes once it has ended a while ago, and nothing that has not', async () => {
    await carryOut(services, { connections: ['main'] });
    const waiting = await carryOut(services, { type: 'deletion', approved: false, connections: ['main'] });
    expect(waiting.status).toBe('awaiting_approval');
    const engine = await services.container.get(tokens.engine).get();
    while ((await workflows(`status = 'SUCCESS'`)) < 2) await sleep(20);
    await engine.forgetEnded(never);
    expect(await workflows()).toBe(2);

    await services.database.query('update dbos.workflow_status set completed_at = completed_at - 7200000');
    await services.database.query(
      `update dbos.workflow_status set status = 'PENDING', completed_at = null
       where workflow_uuid = (select max(workflow_uuid) from dbos.workflow_status)`,
    );
    await engine.forgetEnded(never);
    expect([await workflows(), await workflows(`status = 'PENDING'`), await orphans()]).toEqual([1, 1, 0]);
    expect((await services.requests().show(waiting.id)).status).toBe('awaiting_approval');
  });
});
