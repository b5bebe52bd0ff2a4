import { describe, expect, it } from '@jest/globals';
import {
  AuthError,
  CancelledError,
  MissingScopeError,
  ThrottledError,
  TransientError,
  VendorContractError,
} from '@privacy-connectors/core/errors';
import { judge } from './failures.js';

const now = new Date('2026-11-22T12:00:00Z');

describe('what becomes of failed work', () => {
  it('is parked with growing pauses while the failure may pass, and fails in the end', () => {
    const verdicts = [0, 1, 2, 3, 4, 5, 6].map((attempts) =>
      judge(new TransientError('down'), attempts, now),
    );
    const pauses = verdicts.map((verdict) =>
      verdict.kind === 'park' ? (verdict.until.getTime() - now.getTime()) / 1000 : verdict.kind,
    );
    expect(pauses).toEqual([1, 2, 5, 10, 20, 30, 'end']);
    expect(verdicts.at(-1)).toMatchObject({ outcome: { outcome: 'failed', error: { code: 'transient' } } });
  });

  it('waits as long as the vendor asks', () => {
    const retryAt = new Date(now.getTime() + 600_000);
    expect(judge(new ThrottledError(retryAt), 0, now)).toEqual({
      kind: 'park',
      until: retryAt,
      pausesTask: true,
    });
  });

  it('is blocked, and all else with it, when the credentials are dead', () => {
    const verdict = judge(new AuthError('Authorise the connection again.'), 0, now);
    expect(verdict).toMatchObject({
      outcome: { outcome: 'blocked', remedy: 'Authorise the connection again.' },
      stopsTask: true,
    });
  });

  it('is blocked alone when a scope is missing', () => {
    const verdict = judge(new MissingScopeError(['gdpr_write']), 0, now);
    expect(verdict).toMatchObject({ outcome: { outcome: 'blocked' }, stopsTask: false });
    expect(JSON.stringify(verdict)).toContain('gdpr_write');
  });

  it('fails when the vendor breaks its contract', () => {
    expect(judge(new VendorContractError('unexpected'), 0, now)).toMatchObject({
      outcome: { outcome: 'failed' },
    });
  });

  it('is left as it was when the process stops', () => {
    expect(judge(new CancelledError('stopped'), 0, now)).toEqual({ kind: 'interrupted' });
  });

  it('tells a bug by its name alone, since the message may quote a value', () => {
    const verdict = judge(new TypeError('cannot read jane@example.com'), 0, now);
    expect(verdict).toMatchObject({ outcome: { outcome: 'failed', error: { code: 'internal' } } });
    expect(JSON.stringify(verdict)).not.toContain('jane');
  });
});
