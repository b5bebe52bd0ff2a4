import { describe, expect, it } from '@jest/globals';
import { personAt } from './people.js';

const everybody = Array.from({ length: 5000 }, (_, index) => personAt('seed', index));

describe('personAt', () => {
  it('is the same person for the same seed and index', () => {
    expect(personAt('seed', 4711)).toEqual(everybody[4711]);
    expect(personAt('other', 4711)).not.toEqual(everybody[4711]);
  });

  it('gives everybody a canary, an e-mail and a phone of their own', () => {
    for (const field of ['canary', 'email', 'phone'] as const) {
      expect(new Set(everybody.map((person) => person[field])).size).toBe(everybody.length);
    }
  });

  it('writes the canary into name and e-mail, and no canary contains another', () => {
    for (const { name, email, canary } of everybody) {
      expect(name).toContain(canary);
      expect(email).toContain(canary);
    }
    const sorted = everybody.map(({ canary }) => canary).sort();
    for (const [index, canary] of sorted.entries())
      expect(sorted[index + 1]?.startsWith(canary)).not.toBe(true);
  });
});
