import { describe, expect, it, jest } from '@jest/globals';
import {
  AmbiguousSubjectError,
  AuthError,
  CancelledError,
  ConfigError,
  ConnectorError,
  EgressError,
  InvalidGrantError,
  MissingScopeError,
  StoredValueError,
  ThrottledError,
  TransientError,
  UnsupportedError,
  VendorContractError,
  VendorNotFoundError,
  VendorRejectedError,
} from './index.js';

const place = { operation: 'findContacts', status: 404, vendorRequestId: 'r1' };

describe('errors of another copy of this package', () => {
  it('are what they are called', async () => {
    jest.resetModules();
    const copy = await import('./index.js');
    const foreign = new copy.VendorContractError('text');
    expect(copy.VendorContractError).not.toBe(VendorContractError);
    expect(foreign instanceof VendorContractError).toBe(true);
    expect(foreign instanceof ConnectorError).toBe(true);
    expect(foreign instanceof TransientError).toBe(false);
  });

  it.each([
    ['any error', new Error('plain')],
    ['something of that name', { name: 'VendorContractError' }],
    ['null', null],
    ['a text', 'text'],
  ])('are not %s', (_, value) => {
    expect((value as unknown) instanceof VendorContractError).toBe(false);
  });
});

describe('the errors of a connector', () => {
  it.each([
    ['AuthError', () => new AuthError('text', place), 'authentication', 'person_must_act'],
    ['InvalidGrantError', () => new InvalidGrantError('text', place), 'authentication', 'person_must_act'],
    ['MissingScopeError', () => new MissingScopeError(['read'], place), 'missing_scope', 'person_must_act'],
    ['VendorContractError', () => new VendorContractError('text', place), 'vendor_contract', 'stop'],
    ['VendorRejectedError', () => new VendorRejectedError('text', place), 'vendor_rejected', 'stop'],
    ['VendorNotFoundError', () => new VendorNotFoundError('text', place), 'vendor_not_found', 'stop'],
    ['EgressError', () => new EgressError('text', place), 'egress_refused', 'stop'],
    ['AmbiguousSubjectError', () => new AmbiguousSubjectError('text', place), 'ambiguous_subject', 'stop'],
    ['UnsupportedError', () => new UnsupportedError('text', place), 'unsupported', 'stop'],
    ['ConfigError', () => new ConfigError('text', place), 'configuration', 'stop'],
    ['StoredValueError', () => new StoredValueError('cursor', place), 'stored_value', 'stop'],
    ['ThrottledError', () => new ThrottledError(new Date(0), place), 'throttled', 'wait_until'],
    ['TransientError', () => new TransientError('text', place), 'transient', 'retry_later'],
    ['CancelledError', () => new CancelledError('text', place), 'cancelled', 'cancelled'],
  ])('say who they are and what happens next: %s', (name, make, code, disposition) => {
    const error = make();
    expect(error).toMatchObject({ name, code, disposition });
    expect(error.toJSON()).toEqual({ code, message: error.message, ...place });
  });

  it('say what a person has to do', () => {
    expect(new MissingScopeError(['read', 'erase']).message).toBe(
      'The connection lacks the scope read or erase. Grant it at the vendor and authorise the connection again.',
    );
    expect(new MissingScopeError(['read', 'erase']).scopes).toEqual(['read', 'erase']);
    expect(new StoredValueError('cursor').message).toMatch(/^A stored cursor .* Start the request again/);
  });

  it('say until when to wait', () => {
    const error = new ThrottledError(new Date(5000));
    expect(error.retryAt).toEqual(new Date(5000));
    expect(error.message).toMatch(/limits the number of requests/);
  });

  it('describe themselves without what is not known', () => {
    expect(new TransientError('down').toJSON()).toStrictEqual({ code: 'transient', message: 'down' });
    const known = new TransientError('down', { status: 503, vendorRequestId: undefined });
    expect(known.toJSON()).toStrictEqual({ code: 'transient', message: 'down', status: 503 });
  });

  it('keep their cause for a debugger, and out of what is written down', () => {
    const cause = new Error('s3cret');
    const error = new TransientError('down', {}, { cause });
    expect(error.cause).toBe(cause);
    expect(Object.keys(error)).not.toContain('cause');
    expect(JSON.stringify(error)).not.toContain('s3cret');
    expect('cause' in new TransientError('down')).toBe(false);
    expect('cause' in new TransientError('down', {}, {})).toBe(false);
  });
});

describe('ConnectorError.is', () => {
  it('knows its own, also those of another copy of this package', () => {
    const foreign = Object.assign(new Error('foreign'), {
      [Symbol.for('@privacy-connectors/connector-error')]: true,
    });
    expect([new ConfigError('wrong'), foreign].map((each) => ConnectorError.is(each))).toEqual([true, true]);
  });

  it('takes nothing else for one', () => {
    const alike = { [Symbol.for('@privacy-connectors/connector-error')]: true };
    for (const other of [new Error('other'), alike, undefined, null, 'text'])
      expect(ConnectorError.is(other)).toBe(false);
  });
});
