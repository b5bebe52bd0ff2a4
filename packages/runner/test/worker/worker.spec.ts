import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { Installation, outcomesOf } from '../support/installation.js';

const email = 'grace.hopper@example.com';

describe('dsr worker', () => {
  const installation = new Installation();
  let vendor: DriftSimulator;

  beforeAll(async () => {
    vendor = await startDriftSimulator({ conversations: 10, strangers: 3, erasure: { afterLookups: 2 } });
    await installation.connect('main', vendor);
  });

  afterAll(async () => {
    await vendor.close();
    installation.remove();
  });

  it('carries out what is recorded, until nothing is left to do now', async () => {
    const access = await installation.request('access', '--email', email);
    const deletion = await installation.request('delete', '--email', email, '--approve');
    const end = await installation.run('worker', '--until-idle', '--json');
    expect({ code: end.code, stderr: end.stderr }).toEqual({ code: 0, stderr: '' });
    expect(end.stdout).not.toContain('grace');
    const shown = await installation.request('show', access.id);
    expect(shown.status).toBe('completed');
    expect(outcomesOf(await installation.request('show', deletion.id))).toContainEqual('contacts deleted 2');
  });
});
