import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { dsr, firstLineOf, startDsr, type DsrProcess } from '../support/dsr.js';
import { Installation } from '../support/installation.js';

/** More than the network between two processes takes in by itself. */
const attachmentBytes = 4 * 1024 * 1024;

describe('a service that is asked to stop', () => {
  let server: TestDatabase;
  let installation: Installation;
  let vendor: DriftSimulator;
  let service: DsrProcess | undefined;

  beforeAll(async () => {
    server = await startTestDatabase();
    installation = new Installation({
      DATABASE_URL: server.url,
      DSR_MASTER_KEY: Buffer.alloc(32, 1).toString('hex'),
    });
    vendor = await startDriftSimulator({ conversations: 10, strangers: 3, attachmentBytes });
    await installation.connect('main', vendor);
  });

  afterAll(async () => {
    service?.child.kill('SIGKILL');
    await service?.ended;
    await vendor.close();
    await server.stop();
    installation.remove();
  });

  /** Asks over a connection of its own, and takes no more than the beginning of the answer. */
  async function begin(url: string, path: string, key: string): Promise<Socket> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${key}\r\n\r\n`);
    const [head] = (await once(socket, 'data')) as [Buffer];
    socket.pause();
    expect(head.toString('latin1')).toContain('HTTP/1.1 200 ');
    return socket;
  }

  it('ends well within 10 s, also beside an open stream of events and a download that nobody takes', async () => {
    const { id } = await installation.request('access', '--email', 'grace.hopper@example.com', '--wait');
    const issued = await dsr(['keys', 'create', '--role', 'admin', '--json'], installation.environment);
    const { key } = issued.json() as { key: string };
    service = startDsr(['serve', '--port', '0', '--json'], installation.environment);
    const { url } = (await firstLineOf(service)) as { url: string };
    const events = await begin(url, `/v1/requests/${id}/events`, key);
    const download = await begin(url, `/v1/requests/${id}/package`, key);
    const before = performance.now();
    service.child.kill('SIGTERM');
    expect((await service.ended).code).toBe(0);
    expect(performance.now() - before).toBeLessThan(10_000);
    events.destroy();
    download.destroy();
  });
});
