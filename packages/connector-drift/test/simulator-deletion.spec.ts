import { describe, expect, it } from '@jest/globals';
import type { ErasureOutcome, PlannedOperation } from '@privacy-connectors/core';
import type { DriftContext } from '../src/client/context.js';
import { check } from '../src/connection/check.js';
import { deletion } from '../src/deletion/deletion.js';
import type { DeletionOperation, DeletionTicket } from '../src/deletion/operation.js';
import {
  startDriftSimulator,
  type DriftSimulator,
  type DriftSimulatorOptions,
} from '../src/simulator/index.js';
import { contextFor } from './support/context.js';
import { personWith } from './support/person.js';
import { locate } from './support/walk.js';

const EMAIL = 'Grace.Hopper@example.com';

async function withSimulator<Result>(
  options: DriftSimulatorOptions,
  use: (simulator: DriftSimulator, context: DriftContext) => Promise<Result>,
): Promise<Result> {
  const subjects = [{ email: EMAIL, contacts: 3, conversations: 2 }];
  const simulator = await startDriftSimulator({ subjects, conversations: 20, ...options });
  try {
    const vendor = { baseUrl: simulator.baseUrl, token: simulator.staticToken };
    const { grantedScopes } = await check(contextFor(vendor), { accessToken: simulator.staticToken });
    return await use(simulator, contextFor(vendor, grantedScopes));
  } finally {
    await simulator.close();
  }
}

async function planFor(context: DriftContext, includeVendorUsers = false) {
  return deletion.plan(
    context,
    personWith(EMAIL),
    await locate(context, EMAIL),
    { includeVendorUsers },
    null,
  );
}

/** Erases and looks again, at most so often. */
async function carryOut(
  context: DriftContext,
  { operation }: PlannedOperation<DeletionOperation>,
  looks: number,
): Promise<string[]> {
  let outcome: ErasureOutcome<DeletionTicket> = await deletion.erase(context, operation);
  const words: string[] = [outcome.outcome];
  for (let look = 0; look < looks && outcome.outcome === 'pending'; look += 1) {
    outcome = await deletion.verify(context, outcome.ticket);
    words.push(outcome.outcome);
  }
  return words;
}

describe('a deletion request against the simulator', () => {
  it('asks once per spelling and is done when no contact is left', async () => {
    await withSimulator({ erasure: { afterLookups: 3 } }, async (simulator, context) => {
      const { operations, warnings } = await planFor(context);
      expect(warnings).toEqual([]);
      expect(operations.map(({ operation }) => operation.email)).toEqual([EMAIL, EMAIL.toLowerCase()]);
      // Contacts of the other spelling are the same person's, so neither is done before both are.
      for (const { operation } of operations) await deletion.erase(context, operation);
      const tickets = operations.map(({ operation }) => deletion.ticketOf(operation, 0));
      const words: string[] = [];
      for (let look = 0; look < 10; look += 1) {
        for (const ticket of tickets) words.push((await deletion.verify(context, ticket)).outcome);
      }
      expect(words[0]).toBe('pending');
      expect(words.slice(-2)).toEqual(['deleted', 'deleted']);
      expect(simulator.world.contactsOf(EMAIL)).toEqual([]);
      expect(simulator.world.erasures.map(({ calls }) => calls)).toEqual([1, 1]);
      expect(simulator.calls.count('deleteContact')).toBe(0);
    });
  });

  it('goes from pending to deleted where letter case does not matter', async () => {
    await withSimulator({ emailMatch: 'insensitive' }, async (_simulator, context) => {
      const { operations } = await planFor(context);
      const words = await carryOut(context, operations[0]!, 10);
      expect(words.slice(0, 2)).toEqual(['pending', 'pending']);
      expect(words.at(-1)).toBe('deleted');
    });
  });

  it('stays pending at a vendor that is processing for ever', async () => {
    await withSimulator({ erasure: 'never' }, async (_simulator, context) => {
      const { operations } = await planFor(context);
      expect(new Set(await carryOut(context, operations[0]!, 20))).toEqual(new Set(['pending']));
    });
  });

  it('is not fooled by contacts that were only unlisted', async () => {
    await withSimulator({ erasure: 'never' }, async (simulator, context) => {
      const { operations } = await planFor(context);
      const headers = { authorization: `Bearer ${simulator.staticToken}` };
      for (const { id } of simulator.world.contactsOf(EMAIL)) {
        await fetch(`${simulator.baseUrl}/contacts/${id}`, { method: 'DELETE', headers });
      }
      expect(await locate(context, EMAIL)).toEqual([]);
      expect(new Set(await carryOut(context, operations[0]!, 3))).toEqual(new Set(['pending']));
    });
  });

  it('spares employees unless told otherwise', async () => {
    await withSimulator({ employees: [EMAIL.toUpperCase()] }, async (simulator, context) => {
      const refused = await planFor(context);
      expect(refused).toMatchObject({
        operations: [],
        obstacles: [{ count: 3, outcome: { outcome: 'refused' } }],
      });
      const meant = await planFor(context, true);
      expect(meant).toMatchObject({ warnings: [{ code: 'vendor_user' }], obstacles: [] });
      expect(meant.operations).toHaveLength(2);
      expect(simulator.world.erasures).toEqual([]);
    });
  });

  it('is blocked without gdpr_write, before anything is sent', async () => {
    const scopes = ['contact_read', 'all_contact_read', 'conversation_read', 'contact_write'];
    await withSimulator({ scopes }, async (simulator, context) => {
      expect(await planFor(context)).toMatchObject({
        operations: [],
        obstacles: [{ count: 3, outcome: { outcome: 'blocked' } }],
      });
      expect(simulator.calls.count('deletePersonalData')).toBe(0);
    });
  });

  it('warns where it may not look for employees', async () => {
    await withSimulator(
      { scopes: ['contact_read', 'all_contact_read', 'gdpr_write'] },
      async (_simulator, context) => {
        expect((await planFor(context)).warnings).toMatchObject([{ code: 'vendor_user_unknown' }]);
      },
    );
  });
});
