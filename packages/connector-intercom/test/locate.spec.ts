import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contactView } from '../src/simulator/world/views.js';
import { samePhone, spelledPhone } from '../src/contacts/phone.js';
import { EMAIL, withConnection } from './support/connection.js';
import { rewriting } from './support/tampered.js';
import { locate, readAll } from './support/requests.js';

const byEmail = { kind: 'email', value: EMAIL } as const;

describe('locating', () => {
  it.each([1, 50])('finds the user and every lead with the e-mail, on pages of %d', (pageSize) =>
    withConnection(
      { pageSize, subjects: [{ email: 'Grace.Hopper@Example.com', contacts: 4 }] },
      async (connection) => {
        const { simulator, context } = connection;
        const { things } = await locate(context, { kind: 'email', value: 'Grace.Hopper@Example.com' });
        const ids = simulator.world.expectedRecords(EMAIL).contacts.map(({ id }) => id);
        expect(things.map(({ ref }) => (ref as { contactId: string }).contactId)).toEqual(ids);
        expect(ids).toHaveLength(4);
      },
    ),
  );

  it('hands on what the person is also known by, and no id that Intercom made up for a lead', () =>
    withConnection({}, async ({ simulator, context }) => {
      const { identifiers } = await locate(context, byEmail);
      const [user, lead] = simulator.world.expectedRecords(EMAIL).contacts;
      expect(identifiers).toEqual([
        { kind: 'phone', value: user!['phone'] },
        { kind: 'external_id', value: user!['external_id'] },
      ]);
      expect(lead!['external_id']).toEqual(expect.any(String));
    }));

  it('gives the same ref, whatever the contact was found by', () =>
    withConnection({ subjects: [{ email: EMAIL, contacts: 1 }] }, async ({ context }) => {
      const { things, identifiers } = await locate(context, byEmail);
      for (const identifier of identifiers) {
        const again = await locate(context, identifier);
        expect(again.things).toEqual(things);
        expect(again.identifiers).toContainEqual(byEmail);
      }
      expect(identifiers).toHaveLength(2);
    }));

  it('drops what the vendor found although it is not the same', () =>
    withConnection({}, async ({ simulator, context }) => {
      const [stranger] = simulator.world.contacts;
      const { external_id: theirs } = contactView(stranger!);
      const view = JSON.stringify({ ...contactView(stranger!), email: `x${EMAIL}` });
      const odd = rewriting(context, 'POST', (text) => text.replace('"data":[', `"data":[${view},`));
      const { things, identifiers } = await locate(odd, byEmail);
      expect(things).toHaveLength(2);
      expect(JSON.stringify(identifiers)).not.toContain(theirs);
    }));

  it('finds a new contact once the search knows it, and says that a deleted one is gone', () =>
    withConnection({ searchLagMilliseconds: 300_000 }, async ({ simulator, context, pass }) => {
      simulator.world.addContact(EMAIL);
      expect((await locate(context, byEmail)).things).toHaveLength(2);
      pass(300_000);
      const { things } = await locate(context, byEmail);
      expect(things).toHaveLength(3);
      for (const contact of [...simulator.world.contacts]) simulator.world.deleteContact(contact);
      const late = await locate(context, byEmail);
      expect(late.things).toEqual(things);
      const { records, skipped } = await readAll(context, late.things);
      expect([...records.values()].flat()).toEqual([]);
      expect(skipped).toEqual(Array.from({ length: 3 }, () => 'Intercom no longer knows this contact.'));
    }));
});

describe('a phone number', () => {
  it('is the same with whatever people put between its digits', () => {
    const digits = fc.stringMatching(/^[1-9]\d{6,13}$/);
    const gap = fc.constantFrom('', ' ', '-', '.', '/', ' (', ') ');
    fc.assert(
      fc.property(digits, fc.array(gap, { minLength: 15, maxLength: 15 }), (number, gaps) => {
        const written = `+${number
          .split('')
          .map((digit, index) => `${digit}${gaps[index]}`)
          .join('')}`;
        expect(spelledPhone(written)).toBe(`+${number}`);
        expect(samePhone(written, `00${number}`)).toBe(true);
        expect(samePhone(written, `+${number}0`)).toBe(false);
      }),
    );
  });
});
