import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { Installation, outcomesOf } from '../support/installation.js';

const asking = 'grace.hopper@example.com';
const leaving = 'jean.bartik@example.com';

describe('dsr worker', () => {
  const installation = new Installation();
  let vendor: DriftSimulator;

  beforeAll(async () => {
    const subjects = [asking, leaving].map((email) => ({ email, contacts: 2, conversations: 3 }));
    vendor = await startDriftSimulator({
      subjects,
      conversations: 10,
      strangers: 3,
      erasure: { afterLookups: 2 },
    });
    await installation.connect('main', vendor);
  });

  afterAll(async () => {
    await vendor.close();
    installation.remove();
  });

  it('carries out what is recorded, until nothing is left to do now', async () => {
    const access = await installation.request('access', '--email', asking);
    const deletion = await installation.request('delete', '--email', leaving, '--approve');
    const end = await installation.run('worker', '--until-idle', '--json');
    expect(end).toMatchObject({ code: 0, complaints: [] });
    for (const name of ['grace', 'jean']) expect(end.stdout).not.toContain(name);
    const shown = await installation.request('show', access.id);
    expect(shown.status).toBe('completed');
    expect(outcomesOf(await installation.request('show', deletion.id))).toContainEqual('contacts deleted 2');
  });
});
