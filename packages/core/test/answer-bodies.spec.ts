import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { VendorContractError } from '../src/errors/index.js';
import { call, pipelineTo } from './support/calls.js';
import { json, startVendor, type Vendor } from './support/vendor.js';

let vendor: Vendor;
beforeEach(async () => {
  vendor = await startVendor();
});
afterEach(() => vendor.close());

const limits = { maxAnswerBytes: 1000, maxBinaryBytes: 1000 };
const find = () => call(pipelineTo(vendor.origin, { limits }), `${vendor.origin}/contacts`);
const download = () =>
  call(pipelineTo(vendor.origin, { limits }), `${vendor.origin}/files/7`, {}, '/files/{fileId}');

/** Sends the beginning of an endless answer; resolves when the pipeline hangs up. */
function answerEndlessly(headers: Record<string, string>, piece: string, status = 200): Promise<unknown> {
  return new Promise((resolve) => {
    vendor.answerWith((response) => {
      response.writeHead(status, headers).on('close', resolve).write(piece);
    });
  });
}

describe('the body of an answer', () => {
  it('is unpacked, and its headers describe it as it is then', async () => {
    const text = JSON.stringify({ text: 'long '.repeat(50) });
    vendor.answerWith((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip', etag: 'e' });
      response.write(gzipSync(text));
      response.end();
    });
    const answer = await find();
    expect(await answer.text()).toBe(text);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-length': String(text.length),
      'content-type': 'application/json',
      etag: 'e',
    });
    expect(answer.headers.has('content-encoding')).toBe(false);
    expect(answer.headers.has('transfer-encoding')).toBe(false);
  });

  it('is put together from its pieces', async () => {
    const pieces = ['{"text":"one ', 'two ', 'three"}'].map((text) => Buffer.from(text));
    const transport = () =>
      Promise.resolve(new Response(Readable.toWeb(Readable.from(pieces)) as ReadableStream));
    const answer = await call(pipelineTo(vendor.origin, { transport }), `${vendor.origin}/contacts`);
    expect(await answer.json()).toEqual({ text: 'one two three' });
  });

  it.each([200, 204])('may be missing (%d)', async (status) => {
    vendor.answerWith((response) => response.writeHead(status).end());
    const answer = await find();
    expect(answer.body).toBeNull();
    expect(answer.clone().status).toBe(status);
  });

  it('cannot be changed by one of its readers', async () => {
    vendor.answerWith((response) => {
      json(response, 200, { fine: true });
    });
    const answer = await find();
    new Uint8Array(await answer.arrayBuffer()).fill(0);
    const bytes = await (answer as Response & { bytes(): Promise<Uint8Array> }).bytes();
    bytes.fill(0);
    expect(await answer.json()).toEqual({ fine: true });
  });

  it('is one stream, which can be read once', async () => {
    vendor.answerWith((response) => {
      json(response, 200, { fine: true });
    });
    const answer = await find();
    expect(answer.body).toBe(answer.body);
    await answer.body?.cancel();
    expect(await answer.text()).toBe('{"fine":true}');
  });

  it('that is no JSON names the call, and nothing of what came', async () => {
    vendor.answerWith((response) => response.writeHead(200, { 'x-request-id': 'r1' }).end('ann@example.com'));
    const refused = (await find()).json();
    await expect(refused).rejects.toThrow(
      new VendorContractError('The vendor answered with something that is not JSON.'),
    );
    await expect(refused).rejects.toMatchObject({
      place: { operation: 'findContacts', status: 200, vendorRequestId: 'r1' },
    });
  });
});

describe.each([
  ['an answer', find],
  ['a binary', download],
])('the size of %s', (_, ask) => {
  it.each([true, false])('may be the largest allowed (declared beforehand: %s)', async (declared) => {
    vendor.answerWith((response) => {
      if (declared) response.setHeader('content-length', '1000');
      response.write('x'.repeat(600), () => response.end('x'.repeat(400)));
    });
    expect(await (await ask()).text()).toHaveLength(1000);
  });

  it.each([true, false])('may not be a byte more (declared beforehand: %s)', async (declared) => {
    vendor.answerWith((response) => {
      if (declared) response.setHeader('content-length', '1001');
      response.write('x'.repeat(600), () => response.end('x'.repeat(401)));
    });
    const read = ask().then((answer) => answer.text());
    await expect(read).rejects.toThrow(
      new VendorContractError("The vendor's answer is larger than 1000 bytes."),
    );
    await expect(read).rejects.toMatchObject({ place: { status: 200 } });
  });

  it('ends an answer that is said to be too large before it is read', async () => {
    const closed = answerEndlessly({ 'content-length': '1001' }, 'x');
    await expect(ask().then((answer) => answer.text())).rejects.toThrow(VendorContractError);
    await closed;
  });

  it('ends an answer as soon as it turns out to be too large', async () => {
    const closed = answerEndlessly({}, 'x'.repeat(1001));
    await expect(ask().then((answer) => answer.text())).rejects.toThrow(VendorContractError);
    await closed;
  });
});

describe('a redirect', () => {
  it.each([300, 302, 399])('of %d is hung up on, unread', async (status) => {
    const closed = answerEndlessly({ location: '/elsewhere', 'x-request-id': 'r1' }, 'x', status);
    const refused = find();
    await expect(refused).rejects.toMatchObject({
      code: 'egress_refused',
      message: 'The vendor redirects the call elsewhere. Redirects are never followed.',
      place: { operation: 'findContacts', status, vendorRequestId: 'r1' },
    });
    await closed;
  });

  it('that the transport hides is refused, too', async () => {
    const hidden = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
    const send = pipelineTo(vendor.origin, { transport: () => Promise.resolve(hidden) });
    await expect(call(send, `${vendor.origin}/contacts`)).rejects.toMatchObject({ code: 'egress_refused' });
  });
});
