import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  startDriftSimulator,
  type DriftSimulator,
  type DriftSimulatorOptions,
} from '@privacy-connectors/connector-drift/simulator';
import { fastSettings, outcomesOf, type Installation } from '../support/installation.js';
import { places } from '../support/places.js';

const email = 'grace.hopper@example.com';

describe.each(places)('a deletion request %s', (_, newInstallation) => {
  const installation = newInstallation();

  beforeAll(() => installation.open());
  afterAll(() => installation.close());

  async function against(
    name: string,
    options: DriftSimulatorOptions,
    work: (
      vendor: DriftSimulator,
      request: (...parameters: string[]) => ReturnType<Installation['request']>,
    ) => Promise<void>,
    settings: Readonly<Record<string, string>> = fastSettings,
  ): Promise<void> {
    const vendor = await startDriftSimulator(options);
    try {
      await installation.connect(name, vendor, settings);
      await work(vendor, (...parameters) =>
        installation.request('delete', '--email', email, '--connection', name, ...parameters),
      );
    } finally {
      await vendor.close();
    }
  }

  it('stops with its plan, and deletes nothing before a person approves', () =>
    against('plan', {}, async (vendor, request) => {
      const planned = await request();
      expect(planned.status).toBe('awaiting_approval');
      expect(planned.tasks[0]?.plan?.operations).toMatchObject([
        { resource: 'contacts', count: 2, irreversible: true },
      ]);
      expect(vendor.calls.count('deletePersonalData')).toBe(0);

      const other = await installation.run('request', 'approve', planned.id, '--plan', '0123456789abcdef');
      expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('nothing was approved')]);
      expect((await installation.request('show', planned.id)).status).toBe('awaiting_approval');
      const hash = planned.tasks[0]?.plan?.hash.slice(0, 16) ?? '';
      await installation.request('approve', planned.id, '--plan', hash);
      const ended = await installation.request('wait', planned.id);
      expect(ended.status).toBe('completed');
      expect(outcomesOf(ended)).toEqual(['contacts deleted 2']);
      expect(vendor.calls.count('deletePersonalData')).toBe(1);
      expect(vendor.world.contactsOf(email)).toEqual([]);
      expect(vendor.calls.count('deleteContact')).toBe(0);
    }));

  it('is pending until the contacts are gone', () =>
    against('pending', { erasure: { afterLookups: 4 } }, async (vendor) => {
      const process = installation.start(
        'request',
        'delete',
        '--email',
        email,
        '--connection',
        'pending',
        '--approve',
        '--wait',
        '--json',
      );
      const end = await process.ended;
      const lines = end.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { progress?: { tasks: { outcomes: unknown[] }[] } });
      const seen = JSON.stringify(lines.slice(0, -1));
      expect(seen).toContain('"outcome":"pending"');
      expect(outcomesOf(end.json() as Parameters<typeof outcomesOf>[0])).toEqual(['contacts deleted 2']);
      expect(vendor.calls.count('deletePersonalData')).toBe(1);
    }));

  it('ends as unverified when the vendor is processing for ever', () =>
    against(
      'for-ever',
      { erasure: 'never' },
      async (vendor, request) => {
        const ended = await request('--approve', '--wait');
        expect(ended.status).toBe('incomplete');
        expect(outcomesOf(ended)).toEqual(['contacts unverified 2']);
        expect(vendor.calls.count('deletePersonalData')).toBe(1);
      },
      { ...fastSettings, verifyForSeconds: '3' },
    ));

  it('looks before it repeats a call whose answer was lost', () =>
    against('lost', { erasure: { afterMilliseconds: 200 } }, async (vendor, request) => {
      vendor.faults.once('deletePersonalData', { kind: 'reset', moment: 'after' });
      const ended = await request('--approve', '--wait');
      expect(outcomesOf(ended)).toEqual(['contacts deleted 2']);
      expect(vendor.calls.count('deletePersonalData')).toBe(1);
    }));

  it('fails, after a few tries, when the vendor never answers clearly', () =>
    against('unclear', {}, async (vendor, request) => {
      vendor.faults.always('deletePersonalData', { kind: 'status', status: 503 });
      const ended = await request('--approve', '--wait');
      expect(outcomesOf(ended)).toEqual(['contacts failed 2']);
      expect(vendor.calls.count('deletePersonalData')).toBe(4);
      expect(vendor.world.contactsOf(email)).toHaveLength(2);

      vendor.faults.clear();
      const again = await installation.request('wait', ended.id);
      expect(outcomesOf(again)).toEqual(['contacts deleted 2']);
      expect(vendor.calls.count('deletePersonalData')).toBe(5);
    }));

  it('sends nothing on a retry that the plan of the day refuses', () =>
    against(
      'refused-later',
      { employees: [email], scopes: ['contact_read', 'all_contact_read'], tokenInformation: 'missing' },
      async (vendor, request) => {
        const blocked = await request('--approve', '--wait');
        expect(outcomesOf(blocked)).toEqual(['contacts blocked 2']);
        expect(vendor.calls.count('deletePersonalData')).toBe(1);

        const scopes = ['contact_read', 'all_contact_read', 'gdpr_write', 'user_read'];
        await installation.connect('refused-later', {
          ...vendor,
          staticToken: vendor.tokens.issueStatic(scopes),
        });
        const refused = await installation.request('wait', blocked.id);
        expect(outcomesOf(refused)).toEqual(['contacts refused 2']);
        expect(vendor.calls.count('deletePersonalData')).toBe(1);
        expect(vendor.world.contactsOf(email)).toHaveLength(2);
      },
    ));

  it('is carried out on a retry once the scope was granted', () =>
    against(
      'granted-later',
      { scopes: ['contact_read', 'all_contact_read'], tokenInformation: 'missing' },
      async (vendor, request) => {
        const blocked = await request('--approve', '--wait');
        expect(outcomesOf(blocked)).toEqual(['contacts blocked 2']);

        const scopes = ['contact_read', 'all_contact_read', 'gdpr_write'];
        await installation.connect('granted-later', {
          ...vendor,
          staticToken: vendor.tokens.issueStatic(scopes),
        });
        const ended = await installation.request('wait', blocked.id);
        expect(outcomesOf(ended)).toEqual(['contacts deleted 2']);
        expect(vendor.calls.count('deletePersonalData')).toBe(2);
      },
    ));

  it('follows the first call when the vendor refuses its repetition', () =>
    against('conflict', { erasure: { afterLookups: 4 } }, async (vendor, request) => {
      vendor.faults.once({ operationId: 'deletePersonalData', nth: 1 }, { kind: 'reset', moment: 'after' });
      vendor.faults.once({ operationId: 'deletePersonalData', nth: 2 }, { kind: 'status', status: 409 });
      const ended = await request('--approve', '--wait');
      expect(outcomesOf(ended)).toEqual(['contacts deleted 2']);
    }));

  it('asks again when the world changed after the plan', () =>
    against('changed', { contactsPageSize: 50 }, async (vendor, request) => {
      const planned = await request();
      await fetch(`${vendor.baseUrl}/contacts/${String(vendor.world.contactsOf(email)[0]?.id)}`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${vendor.staticToken}` },
      });
      await installation.request('approve', planned.id);
      const end = await installation.run('request', 'wait', planned.id, '--json');
      const again = end.json() as typeof planned;
      expect(end.code).toBe(3);
      expect(again.status).toBe('awaiting_approval');
      expect(again.tasks[0]?.plan?.changed).toContain('changed');
      expect(vendor.calls.count('deletePersonalData')).toBe(0);
    }));

  it('refuses an e-mail that belongs to an employee, unless told otherwise', () =>
    against('employee', { employees: [email] }, async (vendor, request) => {
      const refused = await request('--approve', '--wait');
      expect(outcomesOf(refused)).toEqual(['contacts refused 2']);
      expect(refused.tasks[0]?.outcomes[0]?.reason).toContain('--include-vendor-users');
      expect(vendor.calls.count('deletePersonalData')).toBe(0);

      const planned = await request('--include-vendor-users');
      expect(planned.tasks[0]?.plan?.warnings.map(({ code }) => code)).toEqual(['vendor_user']);
      await installation.request('approve', planned.id);
      expect(outcomesOf(await installation.request('wait', planned.id))).toEqual(['contacts deleted 2']);
    }));

  it('is blocked, with the remedy, without the scope to erase', () =>
    against(
      'no-scope',
      { scopes: ['contact_read', 'all_contact_read', 'conversation_read', 'contact_write'] },
      async (vendor, request) => {
        const blocked = await request('--approve', '--wait');
        expect(outcomesOf(blocked)).toEqual(['contacts blocked 2']);
        expect(blocked.tasks[0]?.outcomes[0]?.reason).toContain('gdpr_write');
        expect(vendor.calls.count('deleteContact') + vendor.calls.count('deletePersonalData')).toBe(0);
      },
    ));

  it('is blocked just so when the vendor does not tell its scopes', () =>
    against(
      'no-scope-told',
      { scopes: ['contact_read', 'all_contact_read', 'conversation_read'], tokenInformation: 'missing' },
      async (vendor, request) => {
        const blocked = await request('--approve', '--wait');
        expect(outcomesOf(blocked)).toEqual(['contacts blocked 2']);
        expect(vendor.world.contactsOf(email)).toHaveLength(2);
      },
    ));

  it('finds nothing to delete for an unknown person', () =>
    against('unknown', { subjects: [{ email: 'somebody.else@example.com' }] }, async (vendor, request) => {
      const ended = await request('--approve', '--wait');
      expect(outcomesOf(ended)).toEqual(['contacts not_found 0']);
      expect(vendor.calls.count('deletePersonalData')).toBe(0);
    }));

  it('can be cancelled before it is approved', () =>
    against('cancelled', {}, async (vendor, request) => {
      const planned = await request();
      expect((await installation.request('cancel', planned.id)).status).toBe('cancelled');
      expect((await installation.run('request', 'approve', planned.id)).code).toBe(2);
      expect((await installation.request('wait', planned.id)).status).toBe('cancelled');
      expect(vendor.calls.count('deletePersonalData')).toBe(0);
    }));
});
