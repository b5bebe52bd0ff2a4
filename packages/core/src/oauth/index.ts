export { authorizationUrl, newState, type AuthorizationUrlOptions } from './authorization-url.js';
export { exchangeCode, refresh, type AuthorizationCallback } from './grants.js';
export { newPkcePair, type PkcePair } from './pkce.js';
export { RefreshingTokenSource, type RefreshingTokenSourceOptions } from './refreshing-token-source.js';
export { StaticTokenSource } from './static-token-source.js';
export type { TokenEndpoint } from './token-endpoint.js';
export type { TokenSet } from './token-set.js';
export type { TokenStore } from './token-store.js';
export type { TokenSource } from '../http/token-source.js';
