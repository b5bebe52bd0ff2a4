import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { keyHolder } from '../../src/access/actor.js';
import type { Role } from '../../src/access/role.js';
import type { Application } from '../../src/application/application.js';
import type { NewRequest } from '../../src/application/new-request.js';
import type { RequestView } from '../../src/application/views/request-view.js';
import { openApplication } from '../../src/composition/open-application.js';
import { ConflictError, ForbiddenError } from '../../src/errors/runner-error.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { Installation } from '../support/installation.js';
import { somebody } from '../support/services.js';

const deletion: NewRequest = { ...somebody, type: 'deletion' };
const approved = { ...deletion, approved: true };

let keys = 0;
/** The holder of a key of their own. */
const holder = (role: Role) => keyHolder((keys += 1).toString(16).padStart(16, '0'), role);

describe('the approval of a deletion', () => {
  let server: TestDatabase;
  let installation: Installation;
  let vendor: DriftSimulator;

  beforeAll(async () => {
    server = await startTestDatabase();
    installation = new Installation({ DATABASE_URL: server.url });
    vendor = await startDriftSimulator({ conversations: 8, strangers: 1 });
    await installation.connect('support', vendor);
  });

  afterAll(async () => {
    await vendor.close();
    await server.stop();
    installation.remove();
  });

  async function opened(
    environment: Readonly<Record<string, string>>,
    work: (application: Application) => Promise<void>,
  ): Promise<void> {
    const application = await openApplication({ ...installation.environment, ...environment });
    try {
      await work(application);
    } finally {
      await application.close();
    }
  }

  /** The deletion with its plan. */
  async function planned(created: RequestView): Promise<RequestView> {
    return installation.request('wait', created.id);
  }

  it('is not for the key that asked for it', () =>
    opened({}, async (application) => {
      const [creator, other] = [holder('approver'), holder('approver')];
      const { id, status } = await planned(await application.as(creator).requests.create(deletion));
      expect(status).toBe('awaiting_approval');
      await expect(application.as(creator).requests.approve(id, null)).rejects.toThrow(ForbiddenError);
      expect((await application.requests.show(id)).status).toBe('awaiting_approval');
      expect((await application.as(other).requests.approve(id, null)).status).toBe('received');
    }));

  it('is not for an admin who asked for it either', () =>
    opened({}, async (application) => {
      const creator = holder('admin');
      const { id } = await application.as(creator).requests.create(deletion);
      await expect(application.as(creator).requests.approve(id, null)).rejects.toThrow(
        'This key created the request, so it cannot approve it.',
      );
    }));

  it('cannot be given by a key before there is a plan', () =>
    opened({}, async (application) => {
      const before = (await application.requests.list()).length;
      await expect(application.as(holder('admin')).requests.create(approved)).rejects.toThrow(ForbiddenError);
      expect(await application.requests.list()).toHaveLength(before);
    }));

  it('needs its role whoever asked', () =>
    opened({}, async (application) => {
      const { id } = await application.requests.create(deletion);
      for (const role of ['auditor', 'operator'] as const) {
        await expect(application.as(holder(role)).requests.approve(id, null)).rejects.toThrow(ForbiddenError);
      }
      await expect(application.as(holder('approver')).requests.approve(id, null)).rejects.toThrow(
        ConflictError,
      );
    }));

  it('is possible for the person at the host, also of what they asked for', () =>
    opened({}, async (application) => {
      const { id } = await planned(await application.requests.create(deletion));
      expect((await application.requests.approve(id, null)).status).toBe('received');
      expect((await application.requests.create(approved)).status).toBe('received');
    }));

  it('is for anyone with the role where the configuration says so', () =>
    opened({ DSR_APPROVAL: 'anyone' }, async (application) => {
      const creator = holder('approver');
      const { id } = await planned(await application.as(creator).requests.create(deletion));
      expect((await application.as(creator).requests.approve(id, null)).status).toBe('received');
      expect((await application.as(creator).requests.create(approved)).status).toBe('received');
      await expect(application.as(holder('operator')).requests.create(approved)).rejects.toThrow(
        'needs a key of the role approver',
      );
    }));
});
