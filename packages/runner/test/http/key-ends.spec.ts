import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestView } from '../../src/application/views/request-view.js';
import { startTestService, type TestService } from './support/service.js';
import { readEvents } from './support/read-events.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
  await service.startVendor('support');
});

afterAll(() => service.stop());

describe('a stream of events', () => {
  it('ends soon after the key of its reader was revoked', async () => {
    const body = { type: 'access', emails: ['canary@example.org'] };
    const { id } = (await service.call('POST', '/v1/requests', { body })).body as RequestView;
    const issued = (await service.call('POST', '/v1/keys', { body: { role: 'auditor' } })).body as {
      readonly id: string;
      readonly key: string;
    };
    const url = `${service.url}/v1/requests/${id}/events`;
    await readEvents(url, issued.key, (events) => events.length > 0);
    const ended = readEvents(url, issued.key, () => false);
    await service.call('POST', `/v1/keys/${issued.id}/revoke`);
    expect((await ended).map(({ kind }) => kind)).toEqual(['request.received']);
  });
});
