import { describe, expect, it } from '@jest/globals';
import { spellingsOf } from './spellings.js';

describe('spellingsOf', () => {
  it.each([
    [{ kind: 'email', value: 'Ann@Example.com' }, ['Ann@Example.com', 'ann@example.com']],
    [{ kind: 'phone', value: '+46 (70) 123-45 67' }, ['+46701234567']],
    [{ kind: 'external_id', value: 'A 1' }, ['A 1']],
    [{ kind: 'user_id', value: '+1' }, ['+1']],
  ] as const)('of %j are %j', (identifier, spellings) => {
    expect(spellingsOf(identifier)).toEqual(spellings);
  });
});
