import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Installation } from '../support/installation.js';
import { connectMadeUp, installMadeUp } from '../support/made-up/install.js';
import { startMadeUpVendor, type MadeUpVendor } from '../support/made-up/vendor.js';
import { readPackage, recordsOf } from '../support/read-package.js';

const email = 'ada.lovelace@example.com';
const searchable = [{ kind: 'email', value: email }] as const;
const handles = [{ kind: 'user_id', value: 'user-77' }] as const;

describe('an id of the data subject', () => {
  const installation = new Installation();
  let crm: MadeUpVendor;
  let desk: MadeUpVendor;

  beforeAll(async () => {
    installMadeUp(installation, [
      { id: 'crm', consumes: ['email'], produces: ['user_id'] },
      { id: 'desk', consumes: ['email'], produces: ['user_id'] },
    ]);
    crm = await startMadeUpVendor('crm', [{ id: 'p1', searchable, handles }]);
    const friend = { id: 'user-77', name: 'Paul Stone' };
    desk = await startMadeUpVendor('desk', [{ id: 'd1', searchable, notes: 1, friend }]);
    for (const [name, vendor] of [['crm', crm] as const, ['desk', desk] as const]) {
      const end = await connectMadeUp(installation, name, name, vendor);
      expect(end.stderr).toBe('');
    }
  });

  afterAll(async () => {
    await crm.close();
    await desk.close();
    installation.remove();
  });

  it('makes nobody the data subject who has the same at another vendor', async () => {
    const { id } = await installation.request('access', '--email', email, '--wait');
    const zip = installation.path('package.zip');
    expect(await installation.run('request', 'export', id, '--out', zip)).toMatchObject({ code: 0 });
    const [note] = recordsOf(await readPackage(zip), 'desk', 'notes');
    expect(note).toMatchObject({ data: { friend: { id: 'Person 1', name: 'Person 1' } } });
  });
});
