import { describe, expect, it } from '@jest/globals';
import { AuthError, MissingScopeError, TransientError } from '../errors/index.js';
import { provesDead } from './dead-credentials.js';

const forbidding = { disconnection: { manualSteps: [], deadStatuses: [403] } };

describe('credentials are proven dead', () => {
  it.each([
    [{}, 401, true],
    [{}, 403, false],
    [{ disconnection: { manualSteps: [] } }, 401, true],
    [{ disconnection: { manualSteps: [] } }, 403, false],
    [forbidding, 403, true],
    [forbidding, 401, false],
    [{ disconnection: { manualSteps: [], deadStatuses: [401, 403] } }, 403, true],
  ])('by what %j declares: %d, %s', (manifest, status, isProof) => {
    expect(provesDead(manifest, new AuthError('', { status }))).toBe(isProof);
  });

  it.each([
    ['a permission that is missing', new MissingScopeError(['read'], { status: 403 })],
    ['a vendor that is down', new TransientError('', { status: 403 })],
    ['a token that nobody can renew', new AuthError('')],
    ['an error of another kind', Object.assign(new Error(), { place: { status: 403 } })],
    ['nothing', undefined],
  ])('not by %s', (_, error) => {
    expect(provesDead(forbidding, error)).toBe(false);
  });
});
