import { afterEach, describe, expect, it } from '@jest/globals';
import { answerValidator } from '@privacy-connectors/core/http';
import { openapi } from '../generated/openapi.js';
import type { DriftSimulatorOptions } from './options.js';
import { startDriftSimulator, type DriftSimulator } from './start-drift-simulator.js';

const EMAIL = 'grace.hopper@example.com';
const validator = answerValidator(openapi);
let simulator: DriftSimulator;

afterEach(() => simulator.close());

const VARIANTS: readonly DriftSimulatorOptions[] = [
  {},
  { paging: 'offset', contactAnswer: 'object', attachmentField: 'attachment', tokenSpelling: 'camelCase' },
  { paging: 'keyset', tokenInformation: 'seconds', tokenSpelling: 'snake_case', employees: [EMAIL] },
];

describe('openapi/drift.yaml', () => {
  it.each(VARIANTS)('describes every answer of the simulator with %j', async (options) => {
    simulator = await startDriftSimulator({ conversations: 30, ...options });
    const { contacts, conversations } = simulator.world.expectedRecords(EMAIL);
    const contact = `/contacts/${contacts[0]!.id}`;
    const conversation = `/conversations/${conversations[0]!.id}`;
    await check('GET', `/contacts?email=${encodeURIComponent(EMAIL)}`, 'findContacts');
    await check('GET', contact, 'getContact');
    await check('GET', '/conversations/list', 'listConversations');
    await check('GET', conversation, 'getConversation');
    await check('GET', `${conversation}/messages`, 'listMessages');
    await check('GET', `${conversation}/messages?next=50`, 'listMessages');
    await check('GET', '/users/list', 'listUsers');
    await check('POST', '/gdpr/delete', 'deletePersonalData', { email: EMAIL });
    await check('POST', '/app/token_info', 'tokenInformation', { access_token: simulator.staticToken });
    await check('DELETE', contact, 'deleteContact');
    await checkToken();
  });

  it.each([400, 401, 403, 404, 429, 500, 503])('describes an answer of %i', async (status) => {
    simulator = await startDriftSimulator({ conversations: 30 });
    simulator.faults.always('*', { kind: 'status', status });
    await check('GET', '/conversations/list', 'listConversations');
    expect(simulator.calls.countStatus(status)).toBe(1);
  });

  it('is kept by the simulator itself: an answer that is not as described becomes a failure', async () => {
    const wrong = await startDriftSimulator({ conversations: 30 });
    Object.assign(wrong.world.users[0] ?? {}, { email: 5 });
    const headers = { authorization: `Bearer ${wrong.staticToken}` };
    const answer = await fetch(`${wrong.baseUrl}/users/list`, { headers });
    expect([answer.status, await answer.text()]).toEqual([
      500,
      expect.stringMatching(
        /answer of 200 to listUsers .* at \/data\/0\/email, type string or null was expected/,
      ),
    ]);
    await expect(wrong.close()).rejects.toThrow(/listUsers/);
    simulator = await startDriftSimulator({ conversations: 30 });
  });

  it('notices a contact without an id', async () => {
    simulator = await startDriftSimulator({ conversations: 30 });
    expect(() => {
      validator.validate('getContact', 200, { data: { attributes: {} } });
    }).toThrow();
  });
});

async function check(method: string, path: string, operationId: string, body?: unknown): Promise<void> {
  const headers = { authorization: `Bearer ${simulator.staticToken}`, 'content-type': 'application/json' };
  const request = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const answer = await fetch(simulator.baseUrl + path, request);
  validator.validate(operationId, answer.status, await answer.json());
  expect(simulator.calls.all.at(-1)?.operationId).toBe(operationId);
}

async function checkToken(): Promise<void> {
  const code = simulator.tokens.authorize([], 'http://127.0.0.1:9/');
  const { clientId, clientSecret } = simulator;
  const form = { client_id: clientId, client_secret: clientSecret, grant_type: 'authorization_code', code };
  for (const status of [200, 400]) {
    const answer = await fetch(`${simulator.baseUrl}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    expect(answer.status).toBe(status);
    validator.validate('token', answer.status, await answer.json());
  }
}
