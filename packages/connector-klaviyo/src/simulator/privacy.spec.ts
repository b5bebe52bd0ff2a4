import { afterEach, describe, expect, it } from '@jest/globals';
import type { KlaviyoSimulatorOptions } from './options.js';
import { startKlaviyoSimulator, type KlaviyoSimulator } from './start-klaviyo-simulator.js';
import {
  ask,
  deletionJob,
  profilesBy,
  readAll,
  suppressionJob,
  type Document,
} from '../../test/support/ask.js';

const SUBJECT = { email: 'grace.hopper@example.com', phone: '+46701740605', profiles: 3 };
const DELETIONS = '/api/data-privacy-deletion-jobs';
const SUPPRESSIONS = '/api/profile-suppression-bulk-create-jobs';
let simulator: KlaviyoSimulator;
let now: number;

afterEach(() => simulator.close());

describe('a deletion', () => {
  it('is accepted without a body, and done after two more looks', async () => {
    await start({});
    const [profile] = simulator.world.profilesOf(SUBJECT);
    const answer = await ask(simulator, DELETIONS, {
      body: deletionJob({ id: profile!.id, attributes: {} }),
    });
    expect([answer.status, await answer.text()]).toEqual([202, '']);
    const path = `/api/profiles/${profile!.id}`;
    expect((await ask(simulator, path)).status).toBe(200);
    expect((await ask(simulator, path)).status).toBe(200);
    expect((await ask(simulator, path)).status).toBe(404);
    expect(simulator.world.profilesOf(SUBJECT)).toHaveLength(2);
    expect(await readAll(simulator, `/api/events?filter=equals(profile_id,"${profile!.id}")`)).toEqual([]);
  });

  it('reaches every profile with the identifier', async () => {
    await start({ deletion: { afterMilliseconds: 1000 } });
    await ask(simulator, DELETIONS, {
      body: deletionJob({ attributes: { email: 'grace.hopper@example.com' } }),
    });
    now += 999;
    expect(await readAll(simulator, profilesBy('any(email,["grace.hopper@example.com"])'))).toHaveLength(2);
    now += 1;
    expect(await readAll(simulator, profilesBy('any(email,["grace.hopper@example.com"])'))).toEqual([]);
    expect(simulator.world.profilesOf(SUBJECT)).toHaveLength(1);
  });

  it.each([
    [{ attributes: {} }],
    [{ id: 'x' }],
    [{ id: 'x', attributes: { email: 'a@b.example' } }],
    [{ attributes: { email: 'a@b.example', phone_number: '+4670' } }],
    [{ attributes: { external_id: 'x' } }],
    [{ type: 'person', id: 'x', attributes: {} }],
  ])('is refused for %j', async (profile) => {
    await start({});
    expect((await ask(simulator, DELETIONS, { body: deletionJob(profile) })).status).toBe(400);
    expect(simulator.world.deletions).toEqual([]);
  });

  it('of nobody is accepted, or not found', async () => {
    await start({});
    const body = deletionJob({ id: 'nobody', attributes: {} });
    expect((await ask(simulator, DELETIONS, { body })).status).toBe(202);
    await simulator.close();
    await start({ unknownDeletion: 'reject' });
    expect((await ask(simulator, DELETIONS, { body })).status).toBe(404);
  });

  it('does not keep the e-mail from coming back', async () => {
    await start({ deletion: { afterMilliseconds: 0 } });
    await ask(simulator, DELETIONS, { body: deletionJob({ attributes: { email: SUBJECT.email } }) });
    now += 5000;
    const again = simulator.world.addTraffic(SUBJECT.email);
    const answer = await ask(simulator, profilesBy(`equals(email,"${SUBJECT.email}")`));
    const { data } = (await answer.json()) as Document;
    expect(data.map(({ id, attributes }) => [id, attributes['created']])).toEqual([
      [again.id, new Date(now).toISOString()],
    ]);
  });
});

describe('a suppression', () => {
  it('has a job that says how far it is', async () => {
    await start({});
    const accepted = await ask(simulator, SUPPRESSIONS, { body: suppressionJob(SUBJECT.email, 'no e-mail') });
    expect(accepted.status).toBe(202);
    const { data } = (await accepted.json()) as { readonly data: { readonly id: string } };
    expect(await statusOf(data.id)).toMatchObject({
      status: 'processing',
      total_count: 2,
      completed_at: null,
    });
    expect(await statusOf(data.id)).toMatchObject({
      status: 'complete',
      completed_count: 1,
      skipped_count: 1,
    });
    expect(simulator.world.profilesOf(SUBJECT).map(({ suppressed }) => suppressed)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('makes a profile for an e-mail that has none', async () => {
    await start({ suppression: { afterMilliseconds: 0 } });
    await ask(simulator, SUPPRESSIONS, { body: suppressionJob('gone@example.com') });
    expect(await readAll(simulator, profilesBy('equals(email,"gone@example.com")'))).toHaveLength(1);
    expect(simulator.world.profilesOf({ email: 'gone@example.com' })).toMatchObject([{ suppressed: true }]);
  });

  it('can be cancelled, and then does nothing', async () => {
    await start({});
    const accepted = await ask(simulator, SUPPRESSIONS, { body: suppressionJob(SUBJECT.email) });
    const { data } = (await accepted.json()) as { readonly data: { readonly id: string } };
    simulator.world.suppressions.cancel(data.id);
    await statusOf(data.id);
    expect(await statusOf(data.id)).toMatchObject({ status: 'cancelled', completed_count: 0 });
  });

  it('needs e-mails, and a job that exists', async () => {
    await start({});
    expect((await ask(simulator, SUPPRESSIONS, { body: suppressionJob() })).status).toBe(400);
    expect((await ask(simulator, SUPPRESSIONS, { body: { data: {} } })).status).toBe(400);
    const many = Array.from({ length: 101 }, (_, index) => `p${index}@example.com`);
    expect((await ask(simulator, SUPPRESSIONS, { body: suppressionJob(...many) })).status).toBe(400);
    expect((await ask(simulator, `${SUPPRESSIONS}/nothing`)).status).toBe(404);
  });
});

async function start(options: KlaviyoSimulatorOptions): Promise<void> {
  now = Date.UTC(2026, 0, 1);
  simulator = await startKlaviyoSimulator({
    subjects: [SUBJECT],
    limited: false,
    now: () => now,
    ...options,
  });
}

async function statusOf(id: string): Promise<unknown> {
  const answer = await ask(simulator, `${SUPPRESSIONS}/${id}`);
  return ((await answer.json()) as { readonly data: { readonly attributes: unknown } }).data.attributes;
}
