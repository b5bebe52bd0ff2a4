import { afterEach, describe, expect, it } from '@jest/globals';
import { answerValidator } from '@privacy-connectors/core/http';
import { openapi } from '../generated/openapi.js';
import { startKlaviyoSimulator, type KlaviyoSimulator } from './start-klaviyo-simulator.js';
import { ask, deletionJob, profilesBy, suppressionJob } from '../../test/support/ask.js';

const validator = answerValidator(openapi);
const EMAIL = 'grace.hopper@example.com';
let simulator: KlaviyoSimulator;

afterEach(() => simulator.close());

describe('openapi/klaviyo.yaml', () => {
  it('describes every answer of the simulator', async () => {
    simulator = await startKlaviyoSimulator({ limited: false });
    const [profile] = simulator.world.profilesOf(simulator.world.subjects[0]!);
    const path = `/api/profiles/${profile!.id}`;
    await check('getAccounts', '/api/accounts');
    await check('findProfiles', profilesBy(`any(email,["${EMAIL}"])`));
    await check('getProfile', `${path}?additional-fields[profile]=subscriptions,predictive_analytics`);
    await check('listsOfProfile', `${path}/lists`);
    await check('segmentsOfProfile', `${path}/segments`);
    await check('pushTokensOfProfile', `${path}/push-tokens`);
    await check('findEvents', `/api/events?filter=equals(profile_id,"${profile!.id}")&include=metric`);
    await check('suppressProfiles', '/api/profile-suppression-bulk-create-jobs', suppressionJob(EMAIL));
    await check('getSuppressionJob', '/api/profile-suppression-bulk-create-jobs/SJ1');
    const job = deletionJob({ id: profile!.id, attributes: {} });
    await check('requestDeletion', '/api/data-privacy-deletion-jobs', job);
  });

  it.each([400, 401, 403, 404, 429, 500, 503])('describes an answer of %i', async (status) => {
    simulator = await startKlaviyoSimulator();
    simulator.faults.always('*', { kind: 'status', status });
    await check('getAccounts', '/api/accounts');
    expect(simulator.calls.countStatus(status)).toBe(1);
  });

  it('notices a profile without an id', async () => {
    simulator = await startKlaviyoSimulator();
    expect(() => {
      validator.validate('getProfile', 200, { data: { type: 'profile', attributes: {} } });
    }).toThrow();
  });
});

async function check(operationId: string, path: string, body?: unknown): Promise<void> {
  const answer = await ask(simulator, path, { body });
  const text = await answer.text();
  validator.validate(operationId, answer.status, text === '' ? undefined : (JSON.parse(text) as unknown));
  expect(simulator.calls.all.at(-1)?.operationId).toBe(operationId);
}
