import { createServer } from 'node:http';
import { once } from 'node:events';
import { Provider } from 'oidc-provider';

/**
 * A vendor with OAuth 2.0 by a certified implementation that is not ours: PKCE is required, redirect URIs are exact, codes work
 * once. It says where it listens, answers `/account`, and ends with its input. A browser whose `x-person` header is `declines`
 * stands for a person who does not consent.
 */
const [redirectUri] = process.argv.slice(2);
const server = createServer();
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const baseUrl = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(baseUrl, {
  clients: [
    {
      client_id: 'privacy-app',
      client_secret: 'canary-client-secret-81c2',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  scopes: ['people.read'],
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  cookies: { keys: ['a test'] },
  issueRefreshToken: () => true,
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
});
const standard = provider.callback();
let tokenCalls = 0;

async function consent(request, response) {
  const { params } = await provider.interactionDetails(request, response);
  const answer =
    request.headers['x-person'] === 'declines'
      ? { error: 'access_denied', error_description: 'canary-description' }
      : await agreement(params);
  await provider.interactionFinished(request, response, answer, { mergeWithLastSubmission: false });
}

async function agreement({ client_id: clientId, scope }) {
  const grant = new provider.Grant({ accountId: 'Example', clientId });
  grant.addOIDCScope(scope);
  return { login: { accountId: 'Example' }, consent: { grantId: await grant.save() } };
}

async function account(request, response) {
  const text = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const token = await provider.AccessToken.find(text);
  response.writeHead(token?.isValid === true ? 200 : 401, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ account: token?.accountId ?? null }));
}

server.on('request', (request, response) => {
  const { pathname } = new URL(request.url, baseUrl);
  if (pathname === '/token') tokenCalls += 1;
  if (pathname.startsWith('/interaction/')) void consent(request, response);
  else if (pathname === '/account') void account(request, response);
  else if (pathname === '/token-calls') response.end(String(tokenCalls));
  else void standard(request, response);
});

process.stdout.write(`${baseUrl}\n`);
process.stdin.on('end', () => process.exit()).resume();
