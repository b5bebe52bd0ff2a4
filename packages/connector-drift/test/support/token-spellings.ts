import type { TokenSpelling } from '@privacy-connectors/conformance';

const says = { access_token: 'a', token_type: 'bearer', refresh_token: 'r', expires_in: 7200 };
const camelCase = { accessToken: 'a', refreshToken: 'r', expiresIn: 7200, tokenType: 'bearer' };
const snakeCase = { access_token: 'a', refresh_token: 'r', expires_in: 7200, token_type: 'bearer' };

/** Token answers as Drift's samples, its clients and its page on tokens have them. */
export const tokenSpellings: readonly TokenSpelling[] = [
  { answer: camelCase, says },
  { answer: snakeCase, says },
  { answer: { ...camelCase, ...snakeCase, orgId: 1 }, says },
  { answer: { ...camelCase, expiresIn: 7_200_000 }, says },
  { answer: { accessToken: 'a', refreshToken: 'r' }, says },
];
