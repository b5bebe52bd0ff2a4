import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestView } from '../../src/application/views/request-view.js';
import { Database } from '../../src/store/database.js';
import type { DsrProcess } from '../support/dsr.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { Installation, outcomesOf } from '../support/installation.js';
import { connectMadeUp, installMadeUp } from '../support/made-up/install.js';
import { startMadeUpVendor, type MadeUpVendor } from '../support/made-up/vendor.js';
import { until } from '../worker/until.js';

const notes = 5;
const everything = [`notes exported ${notes}`, 'people exported 1'];

describe('a deletion while an access request of the same person is under way', () => {
  let server: TestDatabase;
  let database: Database;
  let installation: Installation;
  let journal: string[] = [];
  const vendors: MadeUpVendor[] = [];

  beforeAll(async () => {
    server = await startTestDatabase();
    database = await Database.open(server.url);
    const masterKey = Buffer.alloc(32, 1).toString('hex');
    installation = new Installation({ DATABASE_URL: server.url, DSR_MASTER_KEY: masterKey });
    installMadeUp(installation, [{ id: 'crm', consumes: ['email'], produces: [] }]);
  });

  afterEach(async () => {
    for (const vendor of vendors.splice(0)) await vendor.close();
  });

  afterAll(async () => {
    await database.close();
    await server.stop();
    installation.remove();
  });

  const emailOf = (name: string) => `${name}@example.com`;

  /** A connection `name` to a vendor of its own, at which there is one person. */
  async function connect(name: string): Promise<MadeUpVendor> {
    journal = [];
    const searchable = [emailOf(name), emailOf(name).toUpperCase()].map((value) => {
      return { kind: 'email', value } as const;
    });
    const vendor = await startMadeUpVendor('crm', [{ id: 'p1', searchable, notes }], journal);
    vendors.push(vendor);
    expect((await connectMadeUp(installation, 'crm', name, vendor)).code).toBe(0);
    return vendor;
  }

  function access(name: string, email = emailOf(name)): Promise<RequestView> {
    return installation.request('access', '--email', email, '--connection', name);
  }

  /** An access request that has found the person, and whose vendor does not answer until it is let to. */
  async function accessUnderWay(name: string, vendor: MadeUpVendor) {
    const hold = vendor.server.faults.hold('listNotes');
    const { id } = await access(name);
    const process = installation.start('request', 'wait', id);
    await hold.arrived;
    return { id, hold, process };
  }

  function deletion(name: string, email = emailOf(name)): Promise<RequestView> {
    return installation.request('delete', '--email', email, '--connection', name, '--approve');
  }

  async function waits(id: string): Promise<void> {
    let view = await show(id);
    await until(async () => {
      view = await show(id);
      return view.waitsFor !== null || view.finishedAt !== null;
    });
    expect(view).toMatchObject({ finishedAt: null, waitsFor: {} });
  }

  /** A deletion that is carried out, and has nothing left to do but to wait. */
  async function deletionThatWaits(name: string, email?: string) {
    const { id } = await deletion(name, email);
    const process = installation.start('request', 'wait', id);
    await waits(id);
    return { id, process };
  }

  const show = (id: string) => installation.request('show', id);
  const codeOf = async ({ process }: { readonly process: DsrProcess }) => (await process.ended).code;
  const deletes = (entry: string) => entry.startsWith('crm delete');

  async function expectAllReadAndThenErased(vendor: MadeUpVendor, reading: string): Promise<void> {
    expect(outcomesOf(await show(reading)).toSorted()).toEqual(everything);
    expect([vendor.people.size, vendor.notes.size]).toEqual([0, 0]);
    expect(journal.findIndex(deletes)).toBeGreaterThan(journal.lastIndexOf('crm listNotes'));
  }

  it('erases once everything was read, and shows meanwhile what it waits for', async () => {
    const vendor = await connect('ada');
    const reading = await accessUnderWay('ada', vendor);
    const waiting = await deletionThatWaits('ada', emailOf('ada').toUpperCase());
    expect((await show(waiting.id)).waitsFor?.requests).toEqual([reading.id]);
    const { stdout } = await installation.run('request', 'show', waiting.id);
    expect(stdout).toContain(`dsr request cancel ${reading.id}`);
    expect(journal.filter(deletes)).toEqual([]);
    reading.hold.release();
    expect([await codeOf(reading), await codeOf(waiting)]).toEqual([0, 0]);
    expect(await show(waiting.id)).toMatchObject({ status: 'completed', waitsFor: null });
    await expectAllReadAndThenErased(vendor, reading.id);
  });

  it('waits on when both are killed', async () => {
    const vendor = await connect('bob');
    const reading = await accessUnderWay('bob', vendor);
    const waiting = await deletionThatWaits('bob');
    for (const { process } of [waiting, reading]) {
      process.child.kill('SIGKILL');
      await process.ended;
    }
    const hold = vendor.server.faults.hold('listNotes');
    const again = installation.start('request', 'wait', waiting.id);
    const read = installation.start('request', 'wait', reading.id);
    await hold.arrived;
    expect((await show(waiting.id)).waitsFor?.requests).toEqual([reading.id]);
    expect(journal.filter(deletes)).toEqual([]);
    hold.release();
    expect([await codeOf({ process: read }), await codeOf({ process: again })]).toEqual([0, 0]);
    await expectAllReadAndThenErased(vendor, reading.id);
  });

  it('lets two deletions and an access request come to their ends', async () => {
    const vendor = await connect('cleo');
    const reading = await accessUnderWay('cleo', vendor);
    const waiting = [await deletionThatWaits('cleo'), await deletionThatWaits('cleo')];
    reading.hold.release();
    expect(await codeOf(reading)).toBe(0);
    // What the other one was faster with is refused by the vendor.
    for (const code of await Promise.all(waiting.map(codeOf))) expect([0, 4]).toContain(code);
    await expectAllReadAndThenErased(vendor, reading.id);
  });

  it('goes on when the access request is cancelled, whatever was asked for since', async () => {
    const vendor = await connect('dora');
    const { id } = await access('dora');
    const waiting = await deletionThatWaits('dora');
    await access('dora');
    expect((await show(waiting.id)).waitsFor?.requests).toEqual([id]);
    await installation.request('cancel', id);
    expect(await codeOf(waiting)).toBe(0);
    expect(vendor.people.size).toBe(0);
  });

  it('goes on after a day with an access request that nobody carries out', async () => {
    const vendor = await connect('emil');
    const { id: reading } = await access('emil');
    const waiting = await deletionThatWaits('emil');
    const { waitsFor } = await show(waiting.id);
    expect(Date.parse(waitsFor?.until ?? '')).toBeGreaterThan(Date.now());
    const aDayAgo = `received_at = received_at - interval '25 hours'`;
    await database.query(`update dsr.request set ${aDayAgo} where id = $1`, [reading]);
    expect((await show(waiting.id)).waitsFor).toEqual(waitsFor);
    await database.query(
      `update dsr.work set created_at = created_at - interval '24 hours'
       where task_id in (select id from dsr.task where request_id = $1)`,
      [waiting.id],
    );
    expect(await codeOf(waiting)).toBe(0);
    expect(vendor.people.size).toBe(0);
  });

  it('does not wait for what it takes nothing from', async () => {
    const [vendor] = [await connect('finn'), await connect('gus')];
    await access('finn', emailOf('somebody.else'));
    await access('gus', emailOf('finn'));
    const { id } = await deletion('finn');
    expect((await installation.request('wait', id)).status).toBe('completed');
    expect(vendor.people.size).toBe(0);
  });

  it('waits before it repeats what was sent without an answer in an earlier run', async () => {
    const vendor = await connect('hana');
    vendor.server.faults.always('deletePerson', { kind: 'status', status: 503 });
    const { id } = await deletion('hana');
    expect((await installation.request('wait', id)).status).toBe('incomplete');
    vendor.server.faults.clear();
    const { id: reading } = await access('hana');
    expect((await installation.request('wait', id)).status).toBe('awaiting_approval');
    await installation.request('approve', id);
    const process = installation.start('request', 'wait', id);
    await waits(id);
    expect(vendor.people.size).toBe(1);
    expect(await installation.request('wait', reading)).toMatchObject({ status: 'completed' });
    expect(await codeOf({ process })).toBe(0);
    expect(vendor.people.size).toBe(0);
  });
});
