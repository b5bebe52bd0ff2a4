import { describe, expect, it } from '@jest/globals';
import type { AuditEntry } from './audit-entry.js';
import { refusePersonalValues } from './refuse-personal-values.js';

const entry: AuditEntry = { action: 'request.received', actor: 'cli', details: {} };

describe('refusePersonalValues', () => {
  it('takes ids, counts, words and digests', () => {
    const details = {
      request: '5f1c',
      count: 3,
      approved: true,
      reason: null,
      digest: 'ab'.repeat(32),
      states: ['a'],
    };
    expect(() => {
      refusePersonalValues({ ...entry, details });
    }).not.toThrow();
  });

  it.each<[string, Partial<AuditEntry>]>([
    ['an e-mail address', { details: { who: 'canary@example.com' } }],
    ['an e-mail address in a list', { details: { who: ['x', 'canary@example.com'] } }],
    ['an e-mail address as a name', { details: { 'canary@example.com': 1 } }],
    ['an e-mail address as actor', { actor: 'canary@example.com' }],
    ['a long text', { details: { who: 'canary '.repeat(40) } }],
  ])('refuses %s without repeating its value', (_, wrong) => {
    expect(() => {
      refusePersonalValues({ ...entry, ...wrong });
    }).toThrow(/takes no personal values/);
  });
});
