import { describe, expect, it } from '@jest/globals';
import { VendorContractError } from '@privacy-connectors/core/errors';
import { normaliseTokenAnswer } from './token-answer.js';

describe('a token answer', () => {
  const standard = { access_token: 'a', refresh_token: 'r', expires_in: 3600, token_type: 'bearer' };

  it.each([
    [{ access_token: 'a', refresh_token: 'r', expires_in: 3600, token_type: 'bearer', orgId: 1 }],
    [{ accessToken: 'a', refreshToken: 'r', expiresIn: 3600, tokenType: 'bearer', orgId: 1 }],
    [{ accessToken: 'a', access_token: 'a', refreshToken: 'r', refresh_token: 'r', expires_in: 3600 }],
    [{ accessToken: 'a', refreshToken: 'r', expiresIn: 3_600_000 }],
  ])('is understood as %j', (answer) => {
    expect(normaliseTokenAnswer(answer)).toEqual(standard);
  });

  it('lives two hours unless it says otherwise, and names the scopes it says', () => {
    expect(normaliseTokenAnswer({ access_token: 'a', scope: 'contact_read' })).toEqual({
      access_token: 'a',
      token_type: 'bearer',
      expires_in: 7200,
      scope: 'contact_read',
    });
  });

  it.each([[{}], [{ access_token: '' }], [{ accessToken: 5 }], [null], [['a']], ['a']])(
    'is refused as %j',
    (answer) => {
      expect(() => normaliseTokenAnswer(answer)).toThrow(VendorContractError);
    },
  );
});
