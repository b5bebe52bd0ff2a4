import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { RequestView } from '../../src/application/views/request-view.js';
import { Installation } from '../support/installation.js';
import { connectMadeUp, installMadeUp } from '../support/made-up/install.js';
import { startMadeUpVendor, type MadeUpVendor } from '../support/made-up/vendor.js';

export const email = 'ada.lovelace@example.com';
export const id = 'customer-7f3a91';
export const shared = [{ kind: 'email', value: email }] as const;
export const external = [{ kind: 'external_id', value: id }] as const;

/** Calls that erase. */
export const erasing = ['deleteNote', 'deletePerson'];

/** A CRM that knows the person by e-mail, a help desk that knows them by the CRM's id only, and what they were asked. */
export interface CrmAndDesk {
  readonly installation: Installation;
  /** `<vendor> <operation>` of each call, in order, since the test began. */
  readonly journal: string[];
  /** Vendors to be closed after the test. */
  readonly vendors: MadeUpVendor[];
  readonly connect: (name: string) => Promise<readonly [crm: MadeUpVendor, desk: MadeUpVendor]>;
  readonly parametersFor: (name: string, ...options: string[]) => string[];
  readonly request: (name: string, ...options: string[]) => Promise<RequestView>;
  /** Where in the journal these operations stand. */
  readonly places: (operations: readonly string[]) => readonly number[];
}

/** To be called within `describe`: it cleans up after each test and after all. */
export function crmAndDesk(): CrmAndDesk {
  const installation = new Installation();
  const journal: string[] = [];
  const vendors: MadeUpVendor[] = [];

  beforeAll(() => {
    installMadeUp(installation, [
      { id: 'crm', consumes: ['email', 'external_id'], produces: ['external_id'] },
      { id: 'desk', consumes: ['external_id'], produces: ['email'] },
    ]);
  });

  afterEach(async () => {
    for (const vendor of vendors.splice(0)) await vendor.close();
    journal.length = 0;
  });

  afterAll(() => {
    installation.remove();
  });

  const parametersFor = (name: string, ...options: string[]) => {
    const chosen = ['crm', 'desk'].flatMap((connector) => ['--connection', `${name}-${connector}`]);
    return ['delete', '--email', email, ...chosen, ...options];
  };
  return {
    installation,
    journal,
    vendors,
    async connect(name) {
      const crm = await startMadeUpVendor(
        'crm',
        [{ id: 'p1', searchable: [...shared, ...external], handles: external, notes: 3 }],
        journal,
      );
      const desk = await startMadeUpVendor('desk', [{ id: 'd1', searchable: external, notes: 1 }], journal);
      vendors.push(crm, desk);
      const shop = ['--namespace', 'external_id=shop'];
      for (const [connector, vendor] of [['crm', crm] as const, ['desk', desk] as const]) {
        const end = await connectMadeUp(installation, connector, `${name}-${connector}`, vendor, ...shop);
        expect({ code: end.code, stderr: end.stderr }).toEqual({ code: 0, stderr: '' });
      }
      return [crm, desk];
    },
    parametersFor,
    request: (name, ...options) => installation.request(...parametersFor(name, ...options)),
    places: (operations) =>
      journal.flatMap((entry, index) => (operations.includes(entry.split(' ')[1] ?? '') ? [index] : [])),
  };
}
