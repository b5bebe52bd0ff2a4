import { afterEach, describe, expect, it } from '@jest/globals';
import type { KlaviyoSimulatorOptions } from './options.js';
import { startKlaviyoSimulator, type KlaviyoSimulator } from './start-klaviyo-simulator.js';
import { ask, profilesBy, read, readAll } from '../../test/support/ask.js';

const SUBJECT = {
  email: 'Grace.Hopper@example.com',
  phone: '+46701740605',
  externalId: 'customer-1906',
  profiles: 4,
  lists: 3,
  pushTokens: 2,
  events: 25,
};
let simulator: KlaviyoSimulator;

afterEach(() => simulator.close());

describe('profiles', () => {
  it('are found by each identifier, several by one, and nobody else', async () => {
    await start({});
    const ids = simulator.world.profilesOf(SUBJECT).map(({ id }) => id);
    expect(await found('equals(email,"Grace.Hopper@example.com")')).toEqual([ids[0]]);
    expect(await found('any(email,["Grace.Hopper@example.com","grace.hopper@example.com"])')).toEqual([
      ids[0],
      ids[1],
    ]);
    expect(await found('equals(phone_number,"+46701740605")')).toEqual([ids[0], ids[2]]);
    expect(await found('any(external_id,["customer-1906"])')).toEqual([ids[0], ids[3]]);
    expect(await found('equals(id,"nobody")')).toEqual([]);
  });

  it('have near neighbours, who are other people', async () => {
    await start({});
    const neighbours = ['grace.hopper+news@example.com', 'x', '+467017406050', 'customer-19060'];
    expect(await found('equals(email,"Grace.Hopper+news@example.com")')).toHaveLength(1);
    expect(await found(`any(phone_number,${JSON.stringify(neighbours)})`)).toHaveLength(1);
    expect(await found(`any(external_id,${JSON.stringify(neighbours)})`)).toHaveLength(1);
  });

  it('do not depend on letter case when told so', async () => {
    await start({ emailMatch: 'insensitive' });
    expect(await found('equals(email,"GRACE.HOPPER@example.com")')).toHaveLength(2);
  });

  it.each([
    '',
    'equals(email,x)',
    "equals(email,'x')",
    'any(email,[])',
    'contains(email,"x")',
    'equals(name,"x")',
  ])('are not found by the filter %j', async (filter) => {
    await start({});
    const answer = await ask(simulator, profilesBy(filter));
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('"parameter":"filter"'),
    ]);
  });

  it('have consent and predictions only when asked for', async () => {
    await start({});
    const [profile] = simulator.world.profilesOf(SUBJECT);
    const path = `/api/profiles/${profile!.id}`;
    expect(await (await ask(simulator, path)).text()).not.toMatch(/subscriptions|predictive/);
    const whole = await ask(
      simulator,
      `${path}?additional-fields[profile]=subscriptions,predictive_analytics`,
    );
    expect(await whole.text()).toMatch(/subscriptions.*predictive_analytics/);
    expect((await ask(simulator, '/api/profiles/nobody')).status).toBe(404);
  });
});

describe('pages', () => {
  it('lead on by absolute links with everything that was asked for', async () => {
    await start({ pageSize: 1 });
    const path = profilesBy('equals(phone_number,"+46701740605")', '&page[size]=100');
    const { data, links } = await read(simulator, path);
    expect(data).toHaveLength(1);
    const next = new URL(links.next!);
    expect([next.origin, next.pathname]).toEqual([simulator.baseUrl, '/api/profiles']);
    expect(next.searchParams.get('filter')).toBe('equals(phone_number,"+46701740605")');
    expect(await readAll(simulator, path)).toHaveLength(2);
  });

  it.each(['page[size]=0', 'page[size]=101', 'page[size]=x', 'page[cursor]=made-up'])(
    'are refused for %s',
    async (parameter) => {
      await start({});
      expect((await ask(simulator, profilesBy('equals(id,"x")', `&${parameter}`))).status).toBe(400);
    },
  );

  it('hold everything the world knows of', async () => {
    await start({ pageSize: 2 });
    const truth = simulator.world.expectedRecords(SUBJECT);
    const [profile] = simulator.world.profilesOf(SUBJECT);
    const path = `/api/profiles/${profile!.id}`;
    const related = async (name: string) => (await readAll(simulator, `${path}/${name}`)).length;
    expect([await related('lists'), await related('segments'), await related('push-tokens')]).toEqual([
      3, 2, 2,
    ]);
    const events = await readAll(
      simulator,
      `/api/events?filter=equals(profile_id,"${profile!.id}")&page[size]=10`,
    );
    expect(events.map((id) => `${profile!.id}/${id}`)).toEqual(truth.events.slice(0, 25));
    expect([truth.profiles.length, truth.lists.length, truth.events.length]).toEqual([4, 12, 100]);
  });

  it('carry the metrics of events when asked for, and none of an unknown profile', async () => {
    await start({});
    const [profile] = simulator.world.profilesOf(SUBJECT);
    const path = `/api/events?filter=equals(profile_id,"${profile!.id}")`;
    expect((await read(simulator, path)).included).toBeUndefined();
    expect((await read(simulator, `${path}&include=metric`)).included).toHaveLength(4);
    expect((await read(simulator, '/api/events?filter=equals(profile_id,"nobody")')).data).toEqual([]);
    expect((await ask(simulator, '/api/events')).status).toBe(400);
  });

  it('are made when they are asked for, however many events there are', async () => {
    await start({ subjects: [{ ...SUBJECT, events: 100_000 }] });
    const [profile] = simulator.world.profilesOf(SUBJECT);
    const path = `/api/events?filter=equals(profile_id,"${profile!.id}")&page[size]=1000`;
    const { data, links } = await read(simulator, path);
    expect([data.length, links.next]).toEqual([1000, expect.stringContaining('page%5Bcursor%5D=')]);
  });
});

async function start(options: KlaviyoSimulatorOptions): Promise<void> {
  simulator = await startKlaviyoSimulator({ subjects: [SUBJECT], limited: false, ...options });
}

function found(filter: string): Promise<readonly string[]> {
  return readAll(simulator, profilesBy(filter));
}
