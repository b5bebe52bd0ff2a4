import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestView } from '../../src/application/views/request-view.js';
import { dsr } from '../support/dsr.js';
import { Installation } from '../support/installation.js';
import { connectMadeUp, installMadeUp } from '../support/made-up/install.js';
import { type MadeUpPerson, type MadeUpVendor, startMadeUpVendor } from '../support/made-up/vendor.js';
import { startWorker, type WorkerProcess } from './fleet.js';

/** Whoever is read while this is in place kills the worker that reads them. */
class Poison {
  worker: WorkerProcess | undefined;
  deadly = true;
  deaths = 0;

  readonly person: MadeUpPerson = Object.defineProperty(personOf('poison'), 'name', {
    get: () => {
      if (this.deadly && this.worker?.child.kill('SIGKILL') === true) this.deaths += 1;
      return 'Poison';
    },
  });
}

function personOf(id: string): MadeUpPerson {
  return { id, searchable: [{ kind: 'email', value: `${id}@example.com` }], notes: 2 };
}

describe('a task that kills its workers', () => {
  const installation = new Installation();
  const innocents = ['ada', 'grace', 'joan', 'mary', 'rosa', 'vera'];
  const poison = new Poison();
  const requests = new Map<string, string>();
  let vendor: MadeUpVendor;

  beforeAll(async () => {
    vendor = await startMadeUpVendor('crm', [poison.person, ...innocents.map(personOf)]);
    installMadeUp(installation, [{ id: 'crm', consumes: ['email'], produces: [] }]);
    expect((await connectMadeUp(installation, 'crm', 'crm', vendor)).code).toBe(0);
    for (const id of ['poison', ...innocents]) {
      requests.set(id, (await installation.request('access', '--email', `${id}@example.com`)).id);
    }
  });

  afterAll(async () => {
    await vendor.close();
    installation.remove();
  });

  const show = (id: string): Promise<RequestView> => installation.request('show', requests.get(id) ?? '');

  it('is put aside with its reason, and takes none of its neighbours with it', async () => {
    for (let code: number | null = null; code === null;) {
      poison.worker = startWorker(installation.environment, '--until-idle');
      ({ code } = await poison.worker.ended);
    }
    const view = await show('poison');
    expect(view.status).toBe('failed');
    expect(view.tasks[0]).toMatchObject({ status: 'dead_letter', error: { code: 'dead_letter' } });
    expect(view.tasks[0]?.error?.message).toContain(`died ${poison.deaths} times`);
    expect(view.tasks[0]?.outcomes.map(({ outcome }) => outcome)).not.toContain('not_found');
    for (const id of innocents) expect((await show(id)).status).toBe('completed');
  });

  it('stays aside while somebody merely waits for it', async () => {
    const { code } = await installation.run('request', 'wait', requests.get('poison') ?? '');
    expect(code).toBe(4);
    expect((await show('poison')).tasks[0]?.status).toBe('dead_letter');
  });

  it('is carried on once a person says that the cause is mended', async () => {
    poison.deadly = false;
    const retried = await installation.request('retry', requests.get('poison') ?? '');
    expect(retried.status).not.toBe('failed');
    const { code } = await dsr(['worker', '--until-idle'], installation.environment);
    expect(code).toBe(0);
    const view = await show('poison');
    expect(view.status).toBe('completed');
    expect(view.tasks[0]?.outcomes).toContainEqual({ resource: 'notes', outcome: 'exported', count: 2 });
  });

  it('cannot be retried when nothing failed', async () => {
    const { code, stderr } = await installation.run('request', 'retry', requests.get('ada') ?? '');
    expect(code).toBe(2);
    expect(stderr).toContain('Nothing of request');
  });
});
