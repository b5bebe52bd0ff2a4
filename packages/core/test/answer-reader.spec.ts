import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EgressError, ThrottledError, TransientError, VendorContractError } from '../src/errors/index.js';
import { answerValidator, createAnswerReader } from '../src/http/index.js';
import { call, operations, pipelineTo } from './support/calls.js';
import { json, startVendor, type Vendor } from './support/vendor.js';

const validator = answerValidator({
  paths: {
    '/contacts': {
      get: {
        operationId: 'findContacts',
        responses: {
          '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Contacts' } } } },
        },
      },
      post: { operationId: 'addContact', responses: { '204': {} } },
    },
  },
  components: {
    schemas: { Contacts: { type: 'object', required: ['data'], properties: { data: { type: 'array' } } } },
  },
});
const unwrap = createAnswerReader(validator, operations);

let vendor: Vendor;
beforeEach(async () => {
  vendor = await startVendor();
});
afterEach(() => vendor.close());

/** Calls and reads the way openapi-fetch does. */
async function find(): Promise<unknown> {
  const response = await call(pipelineTo(vendor.origin), `${vendor.origin}/contacts`);
  const text = await response.clone().text();
  return unwrap('findContacts', { response, data: text === '' ? undefined : await response.json() });
}

describe('the answer reader', () => {
  it('gives what fits the description', async () => {
    vendor.answerWith((response) => {
      json(response, 200, { data: [], more: 1 });
    });
    expect(await find()).toEqual({ data: [], more: 1 });
  });

  it.each([
    ['another shape', '{"data":"ann@example.com"}', /at \/data \(type\)/],
    ['nothing', '', /without a body/],
    ['null', 'null', /at the top \(type\)/],
  ])('refuses %s, without repeating it', async (_, body, message) => {
    vendor.answerWith((response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    );
    const refused = find();
    await expect(refused).rejects.toThrow(VendorContractError);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.not.toThrow(/ann@/);
  });

  it('refuses a status the description does not know', async () => {
    vendor.answerWith((response) => {
      json(response, 206, { data: [] });
    });
    await expect(find()).rejects.toThrow(/does not know findContacts to answer 206/);
  });

  it('takes nothing where nothing is promised', () => {
    expect(unwrap('addContact', { response: new Response(null, { status: 204 }) })).toBeUndefined();
  });

  it('judges by the status alone: an empty 500 is a failure, whatever the fields say', () => {
    const result = { response: new Response('', { status: 500 }), data: { data: [] }, error: undefined };
    expect(() => unwrap('findContacts', result)).toThrow(TransientError);
  });

  it('gives the stream of a binary operation, and misses it when it is not there', () => {
    const body = new ReadableStream<Uint8Array>();
    expect(unwrap('download', { response: new Response('x'), data: body })).toBe(body);
    expect(() => unwrap('download', { response: new Response(null, { status: 204 }) })).toThrow(
      VendorContractError,
    );
  });

  it('knows redirects and limits of a transport that is not the pipeline', () => {
    expect(() =>
      unwrap('findContacts', { response: Response.redirect('https://elsewhere.example', 302) }),
    ).toThrow(EgressError);
    const limited = { response: new Response('', { status: 429, headers: { 'retry-after': '3600' } }) };
    const before = Date.now();
    try {
      unwrap('findContacts', limited);
    } catch (error) {
      expect(error).toBeInstanceOf(ThrottledError);
      expect((error as ThrottledError).retryAt.getTime()).toBeGreaterThanOrEqual(before + 3_600_000);
      return;
    }
    throw new Error('expected a failure');
  });
});
