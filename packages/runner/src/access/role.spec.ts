import { describe, expect, it } from '@jest/globals';
import { isSufficient, type Role } from './role.js';

describe('roles', () => {
  it.each<readonly [Role, readonly Role[]]>([
    ['auditor', ['auditor']],
    ['operator', ['auditor', 'operator']],
    ['approver', ['auditor', 'operator', 'approver']],
    ['admin', ['auditor', 'operator', 'approver', 'admin']],
  ])('%s is sufficient for %j only', (role, sufficient) => {
    const all: readonly Role[] = ['auditor', 'operator', 'approver', 'admin'];
    expect(all.filter((least) => isSufficient(role, least))).toEqual(sufficient);
  });
});
