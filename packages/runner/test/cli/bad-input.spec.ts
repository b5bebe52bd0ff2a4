import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { Application } from '../../src/application/application.js';
import type { RequestView } from '../../src/application/views/request-view.js';
import { openApplication } from '../../src/composition/open-application.js';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../src/postgres/index.js';
import { dsr } from '../support/dsr.js';
import { places } from '../support/places.js';
import { badConnections, secret, set } from './bad-connections.js';
import { badRequests, email, type RequestSite } from './bad-requests.js';
import { copyRequest } from './copy-request.js';
import { expectSentence } from './refusal.js';
import { writeConnectorPackage } from './second-connector.js';

const environment = { DSR_CONNECTORS: '@privacy-connectors/connector-drift,second-connector' };

describe.each(places)('bad input of a command %s', (_, newInstallation) => {
  // Without a worker, so that a request stays open.
  const installation = newInstallation({ environment, serve: ['--no-worker'] });
  let vendor: DriftSimulator;
  let application: Application;
  let server: EmbeddedPostgres;
  let open: RequestView;
  let ended: RequestView;
  let cancelled: RequestView;

  beforeAll(async () => {
    writeConnectorPackage(installation.path('node_modules'));
    await installation.open();
    vendor = await startDriftSimulator({ conversations: 10, strangers: 3 });
    await installation.connect('main', vendor);
    const { id } = await installation.request('access', '--email', email);
    expect((await dsr(['worker', '--until-idle'], installation.host)).code).toBe(0);
    ended = await installation.request('show', id);
    open = await installation.request('access', '--email', email);
    cancelled = await installation.request('delete', '--email', email, '--approve');
    await installation.request('cancel', cancelled.id);
    server = await openEmbeddedPostgres({ folder: `${installation.home}/postgres` });
    await copyRequest(server.url, ended.id, `${ended.id.slice(0, 8)}-0000-4000-8000-000000000000`);
    application = await openApplication({ DSR_HOME: installation.home });
  });

  afterAll(async () => {
    await application.close();
    await server.close();
    await vendor.close();
    await installation.close();
  });

  function site(): RequestSite {
    return { ended: ended.id, open: open.id, cancelled: cancelled.id, folder: installation.path('.') };
  }

  async function everything() {
    const { connections, requests } = application;
    return { connections: await connections.list(), requests: await requests.list() };
  }

  /** Runs the command, and expects one clear sentence, that exit code, and that nothing has changed. */
  async function expectRefusal(parameters: readonly string[], code: number, sentence: RegExp): Promise<void> {
    const before = await everything();
    const end = await dsr(parameters, { ...installation.environment, TOKEN: secret, EMPTY: '' });
    expectSentence(end, code, sentence);
    expect(await everything()).toEqual(before);
  }

  describe('connection add', () => {
    it.each(badConnections)('%s is refused', (_, parameters, sentence) =>
      expectRefusal(parameters, 2, sentence),
    );

    it('a token that the vendor rejects is refused', () =>
      expectRefusal(set(`baseUrl=${vendor.baseUrl}`), 5, /The vendor rejects/));

    it('a vendor that cannot be reached is told', () =>
      expectRefusal(set('baseUrl=http://127.0.0.1:1'), 4, /could not be reached/));
  });

  describe('request', () => {
    it.each(badRequests)('%s is refused', (_, parameters, sentence) =>
      expectRefusal(parameters(site()), 2, sentence),
    );

    it('waiting for a cancelled request ends at once and says so', async () => {
      const before = vendor.calls.total;
      const end = await dsr(['request', 'wait', cancelled.id, '--json'], installation.environment);
      expect({ code: end.code, stderr: end.stderr, status: (end.json() as RequestView).status }).toEqual({
        code: 4,
        stderr: '',
        status: 'cancelled',
      });
      expect(vendor.calls.total).toBe(before);
    });
  });
});
