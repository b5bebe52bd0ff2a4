import { afterEach, describe, expect, it } from '@jest/globals';
import type { Identifier, LocatedPage } from '@privacy-connectors/core';
import { EgressError, VendorContractError } from '@privacy-connectors/core/errors';
import { connector } from '../src/index.js';
import { EMAIL, GRACE, startSite, SUBJECT, type Site } from './support/site.js';

const { subject, resources } = connector.implementation;
let site: Site;

afterEach(() => site.simulator.close());

describe('locate', () => {
  it('finds every spelling of an e-mail in one search, and what else the profiles are known by', async () => {
    site = await startSite();
    const { things, identifiers, next } = await subject.locate(site.context, EMAIL, null);
    const [first, second] = site.simulator.world.profilesOf(GRACE);
    expect(things.map(({ ref }) => ref)).toEqual([
      { profileId: first!.id, identifiers: SUBJECT.identifiers },
      { profileId: second!.id, identifiers: [{ kind: 'email', value: GRACE.email.toLowerCase() }] },
    ]);
    expect(identifiers).toEqual(SUBJECT.identifiers.slice(1));
    expect([next, site.simulator.calls.total]).toEqual([null, 1]);
  });

  it('finds a phone number however it is written', async () => {
    site = await startSite();
    const { things } = await locateBy('phone', '+46 (70) 174-06 05');
    expect(things).toHaveLength(2);
  });

  it('hands on a further e-mail, but no other spelling of the one it knows', async () => {
    site = await startSite();
    const { identifiers } = await locateBy('phone', GRACE.phone);
    expect(identifiers).toEqual([EMAIL, { kind: 'external_id', value: GRACE.externalId }]);
  });

  it('re-checks what was found: a vendor that finds too much hands over nobody else', async () => {
    site = await startSite({ emailMatch: 'insensitive', subjects: [{ email: 'a"b\\c@example.com' }] });
    expect((await locateBy('email', 'A"B\\C@example.com')).things).toHaveLength(1);
    site.simulator.world.find = () => site.simulator.world.profilesOf({ email: 'a"b\\c@example.com' });
    expect(await locateBy('email', 'somebody@example.com')).toEqual({
      things: [],
      identifiers: [],
      next: null,
    });
  });

  it('reads on from page to page, with the host and the path of the link re-checked', async () => {
    site = await startSite({ pageSize: 1 });
    const first = await subject.locate(site.context, EMAIL, null);
    expect(first.next).toMatchObject({ place: expect.any(String) as unknown });
    const second = await subject.locate(site.context, EMAIL, first.next);
    expect([second.things.length, second.next]).toEqual([1, null]);
  });

  it.each([
    'https://a.klaviyo.com.evil.example/api/profiles?page[cursor]=x',
    'https://evil.example/api/profiles?page[cursor]=x',
    '/api/events?page[cursor]=x',
    '/api/profiles?page[size]=1',
    '/api/profiles',
    'http://[',
  ])('follows no link to %s', async (next) => {
    site = await startSite();
    const { simulator, context } = site;
    const { client } = context;
    client.use({
      onResponse: async ({ response }) =>
        Response.json({ ...((await response.json()) as object), links: { next } }),
    });
    await expect(subject.locate(context, EMAIL, null)).rejects.toThrow(VendorContractError);
    expect(simulator.calls.total).toBe(1);
  });

  it('does not leave for another host when it is told to by a redirect', async () => {
    site = await startSite();
    site.simulator.faults.once('*', { kind: 'redirect', location: 'https://evil.example/' });
    await expect(subject.locate(site.context, EMAIL, null)).rejects.toThrow(EgressError);
  });
});

describe('read', () => {
  it('says that a profile is gone instead of reading an empty list of its events', async () => {
    site = await startSite();
    const page = await resources['events']!.read(
      site.context,
      { profileId: 'vanished', identifiers: [EMAIL] },
      null,
    );
    expect(page).toEqual({ records: [], skipped: { why: expect.any(String) as unknown }, next: null });
  });

  it('names events after their metric and puts them into their time', async () => {
    site = await startSite();
    const [profile] = site.simulator.world.profilesOf(GRACE);
    const ref = { profileId: profile!.id, identifiers: [EMAIL] };
    const { records } = await resources['events']!.read(site.context, ref, null);
    expect(records[0]).toMatchObject({
      id: `${profile!.id}/EV${profile!.ordinal}-0`,
      title: 'Placed Order',
      parent: { resource: 'profiles', id: profile!.id },
      data: { metric: { attributes: { name: 'Placed Order' } } },
    });
    expect(records[0]!.occurredAt).toBeGreaterThan(records[1]!.occurredAt!);
  });
});

function locateBy(kind: Identifier['kind'], value: string): Promise<LocatedPage> {
  return subject.locate(site.context, { kind, value }, null);
}
