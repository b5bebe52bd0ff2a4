import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { somebody } from '../support/services.js';
import { startTestService, type TestService } from './support/service.js';

let service: TestService;
let url: string;
let authorization: string;
let whole: Buffer;

beforeAll(async () => {
  service = await startTestService();
  await service.startVendor('support');
  const { requests } = service.application;
  const { id } = await requests.create({ ...somebody, type: 'access', emails: ['nobody@example.org'] });
  url = `${service.url}/v1/requests/${id}/package`;
  authorization = `Bearer ${await service.key('operator')}`;
  expect((await get()).status).toBe(409);
  await requests.wait(id, () => undefined, AbortSignal.timeout(60_000));
  whole = await bytesOf(await get());
});

afterAll(() => service.stop());

function get(headers: Readonly<Record<string, string>> = {}, query = ''): Promise<Response> {
  return fetch(`${url}${query}`, { headers: { authorization, ...headers } });
}

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

describe('a package over HTTP', () => {
  it('is the same zip each time', async () => {
    expect(whole.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect((await bytesOf(await get())).equals(whole)).toBe(true);
  });

  it.each([
    ['bytes=0-0', 0, 1],
    ['bytes=10-99', 10, 100],
    ['bytes=500-', 500, undefined],
    ['bytes=-20', -20, undefined],
    ['bytes=100-999999999', 100, undefined],
  ])('is sent in part for %s', async (range, from, to) => {
    const response = await get({ range });
    const part = whole.subarray(from, to);
    expect(response.status).toBe(206);
    expect((await bytesOf(response)).equals(part)).toBe(true);
    const first = from < 0 ? whole.length + from : from;
    expect(response.headers.get('content-range')).toBe(
      `bytes ${first}-${first + part.length - 1}/${whole.length}`,
    );
  });

  it.each(['bytes=999999999-', 'bytes=-0', 'bytes=20-10'])('has nothing of %s', async (range) => {
    const response = await get({ range });
    expect([response.status, response.headers.get('content-range')]).toEqual([
      416,
      `bytes */${whole.length}`,
    ]);
  });

  it.each(['bytes=0-1,5-6', 'lines=1-2', 'bytes=-'])('is sent whole for %s', async (range) => {
    const response = await get({ range });
    expect([response.status, (await bytesOf(response)).equals(whole)]).toEqual([200, true]);
  });

  it('is carried on only where it is the same', async () => {
    const etag = String((await get()).headers.get('etag'));
    expect((await get({ range: 'bytes=0-9', 'if-range': etag })).status).toBe(206);
    expect((await get({ range: 'bytes=0-9', 'if-range': '"another"' })).status).toBe(200);
  });

  it('is encrypted to the recipients that are named, and then comes as a whole only', async () => {
    const identities = [await generateX25519Identity(), await generateX25519Identity()];
    const recipients = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
    const query = `?${recipients.map((recipient) => `recipient=${recipient}`).join('&')}`;
    const response = await get({}, query);
    expect([response.status, response.headers.get('etag')]).toEqual([200, null]);
    expect(response.headers.get('content-disposition')).toContain('package.zip.age');
    const bytes = await bytesOf(response);
    for (const identity of identities) {
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      expect(Buffer.from(await decrypter.decrypt(bytes)).equals(whole)).toBe(true);
    }
    const part = await get({ range: 'bytes=0-9' }, query);
    expect([part.status, await part.text()]).toEqual([400, expect.stringContaining('leave out Range')]);
    const wrong = await get({}, '?recipient=age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq');
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('no key of age')]);
  });
});
