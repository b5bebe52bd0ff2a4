import { afterEach, describe, expect, it } from '@jest/globals';
import type { ErasureOutcome, Json, LocatedThing } from '@privacy-connectors/core';
import { MissingScopeError } from '@privacy-connectors/core/errors';
import type { KlaviyoContext } from '../src/client/context.js';
import { connector } from '../src/index.js';
import type { KlaviyoSimulatorOptions } from '../src/simulator/index.js';
import { EMAIL, GRACE, startSite, SUBJECT, type Site } from './support/site.js';

const { subject, deletion } = connector.implementation;
let site: Site;

afterEach(() => site.simulator.close());

describe('a deletion', () => {
  it('is still pending at poll 1 and 2, and done at poll 3', async () => {
    await start({ deletion: { afterLookups: 2 }, subjects: [{ email: GRACE.email }] });
    const [operation] = (await plan()).operations;
    const asked = await deletion!.erase(site.context, operation!.operation);
    expect(asked).toMatchObject({
      outcome: 'pending',
      checkAfter: site.context.now().getTime() + 3_600_000,
    });
    const polls = [];
    for (let poll = 1; poll <= 3; poll += 1) polls.push((await verify(ticketIn(asked))).outcome);
    expect(polls).toEqual(['pending', 'pending', 'deleted']);
  });

  it('erases each profile by its id, and nothing else', async () => {
    await start({});
    const { operations, warnings } = await plan();
    for (const { operation } of operations) await deletion!.erase(site.context, operation);
    const ids = site.simulator.world.profilesOf(GRACE).map(({ id }) => id);
    const asked = site.simulator.world.deletions.map(({ task }) => task);
    expect([operations.length, warnings]).toEqual([4, []]);
    expect(asked).toEqual(ids.map((value) => ({ field: 'id', value })));
  });

  it('tells a profile that was made after the request from one that is still there', async () => {
    await start({ deletion: { afterMilliseconds: 1000 }, subjects: [{ email: GRACE.email }] });
    const [operation] = (await plan()).operations;
    const asked = await deletion!.erase(site.context, operation!.operation);
    site.wait(5000);
    site.simulator.world.addTraffic(GRACE.email);
    expect(await verify(ticketIn(asked))).toEqual({
      outcome: 'deleted',
      remark: expect.stringContaining('made after the request') as unknown,
    });
  });

  it('is not confirmed while an older profile has one of the identifiers', async () => {
    await start({ deletion: { afterMilliseconds: 1000 }, subjects: [{ email: GRACE.email }] });
    const [operation] = (await plan()).operations;
    // Missed by the plan: it came between the search and the request.
    site.simulator.world.addTraffic(GRACE.email);
    site.wait(5000);
    const asked = await deletion!.erase(site.context, operation!.operation);
    site.wait(5000);
    expect((await verify(ticketIn(asked))).outcome).toBe('pending');
  });

  it('is not confirmed by a further page that was not read', async () => {
    await start({ deletion: { afterMilliseconds: 0 }, pageSize: 1, subjects: [{ email: GRACE.email }] });
    const [operation] = (await plan()).operations;
    const asked = await deletion!.erase(site.context, operation!.operation);
    site.wait(5000);
    site.simulator.world.addTraffic(GRACE.email);
    site.simulator.world.addTraffic(GRACE.email);
    expect((await verify(ticketIn(asked))).outcome).toBe('pending');
  });

  it('whose answer was lost is told from a profile made since', async () => {
    await start({ deletion: { afterMilliseconds: 0 }, subjects: [{ email: GRACE.email }] });
    const [operation] = (await plan()).operations;
    await deletion!.erase(site.context, operation!.operation);
    site.wait(1000);
    const lost = deletion!.ticketOf(operation!.operation, site.context.now().getTime() - 1000);
    expect(await verify(lost)).toEqual({ outcome: 'deleted' });
    site.simulator.world.addTraffic(GRACE.email);
    expect(await verify(lost)).toMatchObject({ outcome: 'deleted', remark: expect.any(String) as unknown });
  });

  it('of a profile that is gone already is looked at when Klaviyo says not found', async () => {
    await start({
      unknownDeletion: 'reject',
      deletion: { afterMilliseconds: 0 },
      subjects: [{ email: GRACE.email }],
    });
    const [operation] = (await plan()).operations;
    await deletion!.erase(site.context, operation!.operation);
    site.wait(1000);
    expect(await deletion!.erase(site.context, operation!.operation)).toEqual({ outcome: 'deleted' });
    site.simulator.world.addTraffic(GRACE.email);
    await expect(
      deletion!.erase(site.context, { ...(operation!.operation as object), id: 'x' }),
    ).rejects.toThrow('does not know');
  });

  it("of a profile that is another person's by now is refused, and nothing is sent", async () => {
    await start({ subjects: [{ email: GRACE.email }] });
    const [operation] = (await plan()).operations;
    const others = {
      ...(operation!.operation as object),
      identifiers: [{ kind: 'email', value: 'ada@example.com' }],
    };
    expect(await deletion!.erase(site.context, others)).toMatchObject({ outcome: 'refused' });
    expect(site.simulator.calls.count('requestDeletion')).toBe(0);
  });

  it('without its scope names it', async () => {
    await start({ scopes: ['profiles:read'] });
    const [operation] = (await plan()).operations;
    const erasing = deletion!.erase(site.context, operation!.operation);
    await expect(erasing).rejects.toMatchObject({ scopes: ['data-privacy:write'] });
    await expect(erasing).rejects.toBeInstanceOf(MissingScopeError);
  });
});

describe('a suppression', () => {
  it('is planned only when the setting asks for it, there is an e-mail, and a profile to erase', async () => {
    await start({});
    const stages = async (context: KlaviyoContext, identifiers = SUBJECT.identifiers) => {
      const things = await locateAll();
      const page = await deletion!.plan(
        context,
        { identifiers },
        things,
        { includeVendorUsers: false },
        null,
      );
      return page.operations.map(({ stage = 0 }) => stage);
    };
    const suppressing = site.contextWith({ suppressAfterDeletion: true });
    expect(await stages(site.context)).toEqual([0, 0, 0, 0]);
    expect(await stages(suppressing)).toEqual([0, 0, 0, 0, 1]);
    expect(await stages(suppressing, SUBJECT.identifiers.slice(1))).toEqual([0, 0, 0, 0]);
    const none = await deletion!.plan(suppressing, SUBJECT, [], { includeVendorUsers: false }, null);
    expect(none.operations).toEqual([]);
  });

  it('waits for its job, and says what is kept', async () => {
    const { context, operation } = await suppression();
    const asked = await deletion!.erase(context, operation);
    const job = site.simulator.world.suppressions.all[0]!;
    expect([job.emails, ticketIn(asked)]).toEqual([
      [GRACE.email],
      expect.objectContaining({ task: 'suppress', id: job.id }),
    ]);
    expect((await verify(ticketIn(asked))).outcome).toBe('pending');
    expect((await verify(ticketIn(asked))).outcome).toBe('pending');
    expect(await verify(ticketIn(asked))).toMatchObject({ outcome: 'retained' });
  });

  it('does not touch the deletion that was confirmed before it', async () => {
    await start({
      deletion: { afterMilliseconds: 0 },
      suppression: { afterMilliseconds: 0 },
      subjects: [{ email: GRACE.email }],
    });
    const context = site.contextWith({ suppressAfterDeletion: true });
    const [deleting, suppressing] = (await plan(context)).operations;
    const asked = await deletion!.erase(context, deleting!.operation);
    site.wait(1000);
    expect(await verify(ticketIn(asked))).toEqual({ outcome: 'deleted' });
    await deletion!.erase(context, suppressing!.operation);
    site.wait(1000);
    expect(site.simulator.world.profilesOf(GRACE)).toHaveLength(0);
    expect(await verify(ticketIn(asked))).toMatchObject({ outcome: 'deleted' });
    expect(site.simulator.world.profilesOf(GRACE)).toMatchObject([{ suppressed: true, person: undefined }]);
  });

  it('that was cancelled, or skipped the e-mail, needs a person', async () => {
    const { context, operation } = await suppression();
    const cancelled = await deletion!.erase(context, operation);
    site.simulator.world.suppressions.cancel('SJ1');
    expect(await verify(ticketIn(cancelled))).toMatchObject({ outcome: 'blocked' });
    const wrong = { ...(operation as object), identifiers: [{ kind: 'email', value: 'no e-mail' }] };
    const skipped = await deletion!.erase(context, wrong);
    await verify(ticketIn(skipped));
    await verify(ticketIn(skipped));
    expect(await verify(ticketIn(skipped))).toMatchObject({ outcome: 'blocked' });
  });

  it('whose answer was lost is asked for again', async () => {
    const { operation } = await suppression();
    const outcome = await verify(deletion!.ticketOf(operation, 0));
    expect([outcome.outcome, site.simulator.calls.count('getSuppressionJob')]).toEqual(['pending', 0]);
  });
});

async function start(options: KlaviyoSimulatorOptions): Promise<void> {
  site = await startSite({ limited: false, suppression: { afterLookups: 2 }, ...options });
}

async function suppression(): Promise<{ context: KlaviyoContext; operation: Json }> {
  await start({});
  const context = site.contextWith({ suppressAfterDeletion: true });
  return { context, operation: (await plan(context)).operations.at(-1)!.operation };
}

/** The things of the person, each once. */
async function locateAll(): Promise<LocatedThing[]> {
  const found = new Map<string, LocatedThing>();
  for (const identifier of SUBJECT.identifiers) {
    const { things } = await subject.locate(site.context, identifier, null);
    for (const thing of things) found.set(JSON.stringify(thing.ref), thing);
  }
  return [...found.values()];
}

async function plan(context = site.context) {
  const identifiers = site.simulator.world.subjects[0]!.phone === undefined ? [EMAIL] : SUBJECT.identifiers;
  return deletion!.plan(context, { identifiers }, await locateAll(), { includeVendorUsers: false }, null);
}

/** The ticket as the store gives it back. */
function ticketIn(outcome: ErasureOutcome<Json>): Json {
  if (outcome.outcome !== 'pending') throw new Error(`${outcome.outcome} instead of pending`);
  return JSON.parse(JSON.stringify(outcome.ticket)) as Json;
}

function verify(ticket: Json): Promise<ErasureOutcome<Json>> {
  return deletion!.verify(site.context, deletion!.ticket.parse(ticket));
}
