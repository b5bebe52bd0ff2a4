import { describe, expect, it } from '@jest/globals';
import { authorizationUrl, type AuthorizationUrlOptions } from './authorization-url.js';

function parametersOf(pkce: boolean, changes: Partial<AuthorizationUrlOptions>) {
  const url = authorizationUrl({
    scheme: { pkce, scopesInAuthorizationUrl: false } as AuthorizationUrlOptions['scheme'],
    endpoints: { authorizationUrl: 'https://vendor.example/authorize', tokenUrl: '' },
    clientId: 'cid',
    redirectUri: 'http://127.0.0.1/back',
    state: 'st',
    scopes: [],
    ...changes,
  });
  return Object.fromEntries(url.searchParams);
}

describe('the PKCE challenge in the authorisation URL', () => {
  it('says how it was made', () => {
    expect(parametersOf(true, { pkceChallenge: 'challenge' })).toMatchObject({
      code_challenge: 'challenge',
      code_challenge_method: 'S256',
    });
  });

  it.each([
    ['the vendor knows no PKCE', false, { pkceChallenge: 'challenge' }],
    ['there is none', true, {}],
  ])('is left out when %s', (_, pkce, changes) => {
    expect(Object.keys(parametersOf(pkce, changes))).toEqual([
      'response_type',
      'client_id',
      'redirect_uri',
      'state',
    ]);
  });
});
