import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Application } from '../../src/application/application.js';
import { openApplication } from '../../src/composition/open-application.js';
import { ConflictError } from '../../src/errors/runner-error.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { Installation } from '../support/installation.js';
import { installMadeUp, madeUpConnection } from '../support/made-up/install.js';
import { startMadeUpVendor, type MadeUpVendor } from '../support/made-up/vendor.js';
import { never } from '../support/never.js';

describe('credentials that are replaced', () => {
  let server: TestDatabase;
  let installation: Installation;
  let applications: readonly Application[];
  let before: MadeUpVendor;
  let after: MadeUpVendor;

  beforeAll(async () => {
    server = await startTestDatabase();
    installation = new Installation({ DATABASE_URL: server.url });
    installMadeUp(installation, [{ id: 'crm', consumes: ['email'], produces: [] }]);
    [before, after] = [await startMadeUpVendor('before', []), await startMadeUpVendor('after', [])];
    const open = () => openApplication(installation.environment);
    applications = [await open(), await open()];
  });

  afterAll(async () => {
    for (const application of applications) await application.close();
    for (const vendor of [before, after]) await vendor.close();
    await server.stop();
    installation.remove();
  });

  const at = (vendor: MadeUpVendor, name = 'crm') => madeUpConnection('crm', name, vendor);

  it('are used from then on, also by a process that worked with the old ones', async () => {
    const [here, there] = applications;
    await here!.connections.add(at(before), never);
    await there!.connections.test('crm', never);
    await here!.connections.add(at(after), never);
    const calls = before.server.calls.count('account');
    expect((await there!.connections.test('crm', never)).alive).toBe(true);
    expect(before.server.calls.count('account')).toBe(calls);
  });

  it('belong to one connection when two processes add one of the same name at once', async () => {
    const adding = await Promise.allSettled(
      applications.map((application) => application.connections.add(at(before, 'twice'), never)),
    );
    const refused = adding.filter(({ status }) => status === 'rejected');
    expect(refused.map((end) => (end as PromiseRejectedResult).reason as unknown)).toEqual(
      refused.map(() => expect.any(ConflictError)),
    );
    expect(refused.length).toBeLessThan(2);
    expect((await applications[0]!.connections.list()).filter(({ name }) => name === 'twice')).toHaveLength(
      1,
    );
  });
});
