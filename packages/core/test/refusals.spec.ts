import { describe, expect, it } from '@jest/globals';
import { ConnectorError, ThrottledError } from '../src/errors/index.js';
import { createAnswerReader } from '../src/http/index.js';
import { operations } from './support/calls.js';

/** What the reader throws for an answer with this status. */
function refusalOf(status: number, operationId = 'findContacts', headers: Record<string, string> = {}) {
  const read = createAnswerReader({ validate: () => undefined }, operations);
  const response = Object.defineProperty(new Response(null, { headers }), 'status', { value: status });
  Object.defineProperty(response, 'ok', { value: status >= 200 && status < 300 });
  try {
    read(operationId, { response });
  } catch (error) {
    if (ConnectorError.is(error)) return error;
    throw error;
  }
  throw new Error('expected a failure');
}

const redirected = 'The vendor redirects the call elsewhere. Redirects are never followed.';
const rejected =
  'The vendor rejects the credentials. Make or check the token, or authorise the connection again.';
const unknown = 'The vendor does not know what was asked for.';
const missing =
  'The connection lacks the scope contact_read. Grant it at the vendor and authorise the connection again.';

describe('an answer that is a refusal', () => {
  it.each([
    [302, 'egress_refused', redirected],
    [399, 'egress_refused', redirected],
    [400, 'vendor_rejected', 'The vendor refused the call with 400.'],
    [401, 'authentication', rejected],
    [403, 'missing_scope', missing],
    [404, 'vendor_not_found', unknown],
    [408, 'transient', 'The vendor answered 408.'],
    [409, 'vendor_rejected', 'The vendor refused the call with 409.'],
    [410, 'vendor_not_found', unknown],
    [425, 'transient', 'The vendor answered 425.'],
    [499, 'vendor_rejected', 'The vendor refused the call with 499.'],
    [500, 'transient', 'The vendor answered 500.'],
    [599, 'transient', 'The vendor answered 599.'],
  ])('of %d says so: %s', (status, code, message) => {
    expect(refusalOf(status, 'findContacts', { 'x-request-id': 'r1' }).toJSON()).toEqual({
      code,
      message,
      operation: 'findContacts',
      status,
      vendorRequestId: 'r1',
    });
  });

  it.each(['addContact', 'notDeclared'])(
    'of 403 is about the connection where no scope is known (%s)',
    (operationId) => {
      expect(refusalOf(403, operationId)).toMatchObject({
        code: 'authentication',
        message: 'The vendor refuses access. Authorise the connection again.',
      });
    },
  );

  it.each([
    [{}, 20_000],
    [{ 'retry-after': '90' }, 90_000],
    [{ 'retry-after': 'soon' }, 20_000],
  ])('of 429 says until when to wait: %j', (headers, wait) => {
    const before = Date.now();
    const error = refusalOf(429, 'findContacts', headers);
    if (!(error instanceof ThrottledError)) throw error;
    expect(error.retryAt.getTime()).toBeGreaterThanOrEqual(before + wait);
    expect(error.retryAt.getTime()).toBeLessThanOrEqual(Date.now() + wait);
  });
});

describe('an answer of an operation that is not declared', () => {
  it('is validated like any other', () => {
    const validated: unknown[] = [];
    const validate = (...parts: readonly unknown[]) => void validated.push(parts);
    const read = createAnswerReader({ validate }, {});
    expect(read('notDeclared', { response: new Response('5'), data: 5 })).toBe(5);
    expect(validated).toEqual([['notDeclared', 200, 5]]);
  });
});

describe('an answer without the file that was asked for', () => {
  it.each([[undefined], [null]])('is refused (%s)', (data) => {
    const read = createAnswerReader({ validate: () => undefined }, operations);
    expect(() => read('download', { response: new Response(), data })).toThrow(
      'The vendor answered without the file that was asked for.',
    );
  });
});
