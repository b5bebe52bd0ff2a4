import type { TokenAuthority } from '@privacy-connectors/conformance/simulator';
import type { Secret } from './search.js';

/** Tells `keep` every token that the vendor issues from now on, and every code it is given. */
export function watchTokens(tokens: TokenAuthority, keep: (secret: Secret) => void): void {
  const exchangeCode = tokens.exchangeCode.bind(tokens);
  const refresh = tokens.refresh.bind(tokens);
  const kept = (result: ReturnType<typeof refresh>) => {
    if (result.ok) {
      keep({ name: 'access token', value: result.tokens.accessToken });
      keep({ name: 'refresh token', value: result.tokens.refreshToken });
    }
    return result;
  };
  tokens.exchangeCode = (client, code, redirectUri) => {
    keep({ name: 'authorisation code', value: code });
    return kept(exchangeCode(client, code, redirectUri));
  };
  tokens.refresh = (client, refreshToken) => kept(refresh(client, refreshToken));
}
