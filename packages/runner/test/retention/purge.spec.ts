import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PurgeView } from '../../src/application/views/retention-view.js';
import { carryOut } from '../support/carry-out.js';
import { letGo } from '../support/days-later.js';
import { never } from '../support/never.js';
import { somebody, TestServices } from '../support/services.js';

const other = 'ada.lovelace@example.com';
let services: TestServices;
let vendor: DriftSimulator;

beforeAll(async () => {
  services = await TestServices.start();
  const subjects = ['grace.hopper@example.com', other].map((email) => ({ email }));
  vendor = await services.startVendor('main', { subjects, conversations: 2, strangers: 2 });
});

afterAll(() => services.close());

describe('a telephone that two people share', () => {
  const phones = ['+442071838750'];

  it('does not make the package of one go with the deletion of the other', async () => {
    const named = { phones, connections: ['main'] };
    const both = await carryOut(services, named);
    const deletion = await carryOut(services, { ...named, type: 'deletion', emails: [other] });
    await letGo(services, 0);
    expect((await services.requests().show(both.id)).retention.expiredAt).toBeNull();
    expect((await services.requests().show(deletion.id)).retention.purged).toMatchObject({ partly: 1 });
  });
});

describe('a person whose e-mail is written in two ways', () => {
  it('is one person when a deletion is carried out here', async () => {
    vendor.world.addContact({ email: other });
    const { id } = await carryOut(services, { emails: ['Ada.Lovelace@EXAMPLE.com'], connections: ['main'] });
    await carryOut(services, { type: 'deletion', emails: [other], connections: ['main'] });
    await letGo(services, 0);
    expect((await services.requests().show(id)).retention.expiredBy).toBe('deletion');
  });
});

describe('an access request that a deletion could not take with it', () => {
  const connections = ['main'];
  const show = (id: string) => services.requests().show(id);
  const delete_ = async () => {
    for (const email of somebody.emails) vendor.world.addContact({ email });
    return (await carryOut(services, { type: 'deletion', connections })).id;
  };
  const purged = async (id: string) => (await show(id)).retention.purged;
  const audited = async (id: string) => {
    const sql = `select details from dsr.audit_entry where action = 'subject.purged' and details->>'request' = $1 order by seq`;
    return (await services.database.query<{ details: PurgeView }>(sql, [id])).rows.map((row) => row.details);
  };

  it('goes when its hold is released', async () => {
    const { id } = await carryOut(services, { connections });
    await services.requests().hold(id, 'Complaint 20.');
    const deletion = await delete_();
    await letGo(services, 0);
    expect((await show(id)).retention).toMatchObject({ expiredAt: null, purgeDue: true });
    expect(await purged(deletion)).toMatchObject({ requests: 0, held: 1, underWay: 0 });

    await services.requests().release(id);
    await Promise.all([letGo(services, 0), letGo(services, 0)]);
    expect((await show(id)).retention).toMatchObject({ expiredBy: 'deletion', purgeDue: false });
    await expect(services.requests().package(id)).rejects.toThrow('because the person asked for deletion');
    expect(await purged(deletion)).toMatchObject({ requests: 1, held: 0, underWay: 0 });
    expect(await audited(deletion)).toMatchObject([
      { requests: 0, held: 1 },
      { requests: 1, held: 0 },
    ]);
    const receipt = await services.receipts().show(deletion);
    expect(receipt.receipt.parts).toMatchObject({ retention: { purged: { requests: 1, held: 0 } } });
  });

  it('goes when it has ended, unless it is held to hand it over', async () => {
    // A deletion waits for what is being read at its own connections.
    await services.connect('elsewhere', vendor);
    const underWay = { ...somebody, connections: ['elsewhere'], type: 'access', approved: false } as const;
    const [own, held] = [
      await services.requests().create(underWay),
      await services.requests().create(underWay),
    ];
    const deletion = await delete_();
    await letGo(services, 0);
    expect(await purged(deletion)).toMatchObject({ requests: 0, held: 0, underWay: 2 });
    expect((await show(own.id)).retention).toMatchObject({ expiresAt: null, purgeDue: true });

    await services.requests().hold(held.id, 'To be handed over.');
    for (const { id } of [own, held]) await services.requests().wait(id, () => undefined, never);
    await letGo(services, 0);
    expect((await show(own.id)).retention.expiredBy).toBe('deletion');
    expect((await show(held.id)).retention.expiredAt).toBeNull();
    expect(await purged(deletion)).toMatchObject({ requests: 1, held: 1, underWay: 0 });
    await services.requests().release(held.id);
    await letGo(services, 0);
    expect(await purged(deletion)).toMatchObject({ requests: 2, held: 0, underWay: 0 });
  });

  it('goes although the record of the deletion is over', async () => {
    const { id } = await carryOut(services, { connections });
    await services.requests().hold(id, 'Complaint 21.');
    const deletion = await delete_();
    await letGo(services, 740);
    await expect(show(deletion)).rejects.toThrow('There is no request');
    expect((await show(id)).retention.expiredAt).toBeNull();

    await services.requests().release(id);
    await letGo(services, 0);
    expect((await show(id)).retention.expiredBy).toBe('deletion');
    expect(
      (await services.database.query('select from dsr.purge_due where request_id = $1', [id])).rowCount,
    ).toBe(0);
  });
});

describe('a deletion that is carried on', () => {
  it('is carried out here anew when it has ended again', async () => {
    const second = await services.startVendor('second', { subjects: [{ email: somebody.emails[0] }] });
    vendor.world.addContact({ email: somebody.emails[0] });
    second.faults.always('findContacts', { kind: 'status', status: 403 });
    const connections = ['main', 'second'];
    const { id, status } = await carryOut(services, { type: 'deletion', connections });
    expect(status).toBe('incomplete');
    await letGo(services, 0);
    const { purged } = (await services.requests().show(id)).retention;
    expect(purged).not.toBeNull();

    const later = await carryOut(services, { connections: ['main'] });
    second.faults.clear();
    await services.requests().retry(id);
    expect((await services.requests().show(id)).retention.purged).toEqual(purged);
    await letGo(services, 0);
    expect((await services.requests().show(later.id)).retention.expiredAt).toBeNull();

    expect((await services.requests().wait(id, () => undefined, never)).status).toBe('completed');
    await letGo(services, 0);
    expect((await services.requests().show(later.id)).retention.expiredBy).toBe('deletion');
    expect((await services.requests().show(id)).retention.purged).toMatchObject({ requests: 1 });
  });
});

describe('an identifier that was damaged', () => {
  it('keeps neither its own request nor others', async () => {
    const connections = ['main'];
    const [damaged] = [await carryOut(services, { connections }), await carryOut(services, { connections })];
    await services.database.query(
      'update dsr.identifier set content = set_byte(content, 20, get_byte(content, 20) # 1) where request_id = $1',
      [damaged.id],
    );
    await services.database.query(`update dsr.request set digested = null where id = $1`, [damaged.id]);
    vendor.world.addContact({ email: other });
    await carryOut(services, { type: 'deletion', emails: [other], connections });
    await letGo(services, 31);
    const { rows } = await services.database.query('select from dsr.request where expired_at is null');
    expect(rows).toEqual([]);
  });
});
