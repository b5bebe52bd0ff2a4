import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { somebody } from '../support/services.js';
import { startTestService, type TestService } from './support/service.js';

const patience = AbortSignal.timeout(120_000);
let service: TestService;
let id: string;

beforeAll(async () => {
  service = await startTestService();
  await service.startVendor('support');
  const { requests, worker } = service.application;
  ({ id } = await requests.create({ ...somebody, type: 'access', emails: ['nobody@example.org'] }));
  await requests.wait(id, () => undefined, patience);
  expect((await service.call('GET', `/v1/requests/${id}/receipt`)).status).toBe(200);
  await service.database.query(`update dsr.request set finished_at = finished_at - interval '31 days'`);
  await worker.run(patience, { untilIdle: true });
});

afterAll(() => service.stop());

const expired = {
  status: 410,
  body: { type: '/problems/expired', detail: expect.stringContaining('its time was over') as unknown },
};

describe('a request that has expired, over HTTP', () => {
  it('has no package, in whole or in part', async () => {
    const path = `/v1/requests/${id}/package`;
    expect(await service.call('GET', path)).toMatchObject(expired);
    expect(await service.call('GET', path, { headers: { range: 'bytes=0-0' } })).toMatchObject(expired);
  });

  it('cannot be carried on', async () => {
    expect(await service.call('POST', `/v1/requests/${id}/retry`)).toMatchObject(expired);
  });

  it('is there with its record and its receipt', async () => {
    expect(await service.call('GET', `/v1/requests/${id}`)).toMatchObject({
      status: 200,
      body: { status: 'completed', identifiers: [], retention: { expiredBy: 'time', purgeDue: false } },
    });
    const receipt = await service.call('GET', `/v1/requests/${id}/receipt`);
    expect(receipt).toMatchObject({ status: 200, body: { receipt: { parts: { retention: {} } } } });
  });
});
