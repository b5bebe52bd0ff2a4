import { describe, expect, it } from '@jest/globals';
import { check } from '../src/connection/check.js';
import { deletion } from '../src/deletion/deletion.js';
import { contextFor } from './support/context.js';
import { minimalDrift } from './support/minimal-drift.js';
import { personWith } from './support/person.js';
import { stored } from './support/stored.js';
import { withVendor } from './support/vendor.js';
import { access, locate } from './support/walk.js';

const EMAIL = 'Ada@x.example';

describe('a vendor that says as little as the documentation of Drift allows', () => {
  it('is connected without a word about the token', async () => {
    const drift = minimalDrift();
    const connection = await withVendor(drift.answer, (vendor) =>
      check(contextFor(vendor), { accessToken: 'test-token' }),
    );
    expect(connection).toEqual({ grantedScopes: 'unknown' });
  });

  it('gives everything it holds about a person, and nothing about others', async () => {
    const drift = minimalDrift();
    const walk = await withVendor(drift.answer, (vendor) => access(contextFor(vendor), EMAIL));
    const ids = [...walk.records].map(([resource, records]) => [resource, records.map(({ id }) => id)]);
    expect(Object.fromEntries(ids)).toEqual({
      contacts: ['1'],
      conversations: ['70', '71'],
      messages: ['700', '701', '702'],
      attachments: ['5', '702-1'],
    });
    expect(walk.files.get('5')?.toString()).toBe('the bytes');
    expect(walk.skipped).toEqual([expect.stringContaining('without an id')]);
    expect(JSON.stringify([...walk.records])).not.toContain('stranger');
  });

  it('erases, and is believed only once nothing is left', async () => {
    const drift = minimalDrift();
    await withVendor(drift.answer, async (vendor) => {
      const context = contextFor(vendor);
      const things = await locate(context, EMAIL);
      const plan = await deletion.plan(
        context,
        personWith(EMAIL),
        things,
        { includeVendorUsers: false },
        null,
      );
      expect(plan.warnings).toMatchObject([{ code: 'vendor_user_unknown' }]);
      expect(plan.operations).toHaveLength(1);
      const operation = deletion.operation.parse(stored(plan.operations[0]!.operation));
      const pending = await deletion.erase(context, operation);
      if (pending.outcome !== 'pending') throw new Error('nothing to look at');
      const ticket = deletion.ticket.parse(stored(pending.ticket));
      expect(await deletion.verify(context, ticket)).toMatchObject({ outcome: 'pending' });
      drift.finishErasures();
      expect(await deletion.verify(context, ticket)).toEqual({ outcome: 'deleted' });
      expect(await locate(context, EMAIL)).toEqual([]);
    });
  });
});
