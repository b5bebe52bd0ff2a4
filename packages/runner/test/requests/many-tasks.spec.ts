import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import {
  startDriftSimulator,
  type DriftSimulator,
  type DriftSimulatorOptions,
} from '@privacy-connectors/connector-drift/simulator';
import { openApplication } from '../../src/composition/open-application.js';
import { driftConnection } from '../support/drift-connection.js';
import { Installation } from '../support/installation.js';
import { never } from '../support/never.js';

const email = 'grace.hopper@example.com';
const installations: Installation[] = [];
let vendors: DriftSimulator[] = [];

/** A fresh installation with that many connections, each with a vendor of its own. */
async function install(count: number, options: DriftSimulatorOptions = {}): Promise<Installation> {
  const installation = new Installation();
  installations.push(installation);
  const application = await openApplication({ DSR_HOME: installation.home });
  for (let index = 0; index < count; index += 1) {
    const vendor = await startDriftSimulator({ conversations: 10, strangers: 3, ...options });
    vendors.push(vendor);
    const connection = driftConnection(`vendor-${index}`, vendor);
    const settings = { ...connection.settings, verifyForSeconds: '3600' };
    await application.connections.add({ ...connection, settings }, never);
  }
  await application.close();
  return installation;
}

afterEach(async () => {
  for (const vendor of vendors) await vendor.close();
  vendors = [];
});

afterAll(() => {
  for (const installation of installations) installation.remove();
});

describe('many tasks', () => {
  it('are carried out by processes that all use a fresh data folder at once', async () => {
    const installation = await install(1);
    const requests = ['one', 'two', 'three', 'four'].map(() =>
      installation.run('request', 'access', '--email', email, '--wait'),
    );
    expect((await Promise.all(requests)).map(({ code, stderr }) => ({ code, stderr }))).toEqual(
      requests.map(() => ({ code: 0, stderr: '' })),
    );
  });

  it('are not held up by others that wait for their vendor', async () => {
    const installation = await install(12, { erasure: 'never' });
    const process = installation.start('request', 'delete', '--email', email, '--approve', '--wait');
    const begun = () => vendors.filter(({ calls }) => calls.count('deletePersonalData') === 1).length;
    const deadline = Date.now() + 45_000;
    while (begun() < vendors.length && Date.now() < deadline) await pause(50);
    process.child.kill('SIGINT');
    expect((await process.ended).code).toBe(130);
    expect(begun()).toBe(vendors.length);
  });
});
