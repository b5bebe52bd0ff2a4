import { code } from '../../markdown/code.mjs';
import { duration } from '../../words/duration.mjs';
import { rejection } from './rejection.mjs';

const clientAuthentication = {
  client_secret_post: 'sent in the body of the form',
  client_secret_basic: 'sent with HTTP Basic authentication',
};

/** How connections authenticate with OAuth. A life of null is one without end. */
export function oauthFacts({ auth, baseUrl }) {
  const expires = auth.defaultTokenLifetimeSeconds !== null;
  return [
    [
      'Scheme',
      `OAuth 2.0 with client id and client secret, ${clientAuthentication[auth.clientAuthentication]}`,
    ],
    ['Authorise', code(`GET ${auth.authorizationUrl}`)],
    ['Get tokens', tokenCall(auth, baseUrl)],
    ['Refresh tokens', expires ? refreshing(auth, baseUrl) : neverRefreshed],
    ['Test of the connection', `${test}${expires ? refreshedTest : ''}.`],
    ['Static token', auth.staticToken ? staticToken : 'Not offered.'],
    ['Dead token', `${rejection(auth)}${expires ? '' : authoriseAgain}`],
    ['PKCE', auth.pkce ? 'Used.' : 'Not used.'],
    ['Scopes', auth.scopesInAuthorizationUrl ? 'Asked for in the authorisation URL.' : scopesInSettings],
  ];
}

const test =
  'Adding a connection goes through the authorisation page and the token endpoint, and ends with the calls that test it. `dsr connection test` makes them again';
const refreshedTest = ', after a refresh at the token endpoint if the token has expired';
const neverRefreshed = 'Never: tokens do not expire, and there are no refresh tokens.';
const authoriseAgain = ' A person then has to authorise the connection again.';
const staticToken =
  'Accepted instead: a token made by hand in the settings of the vendor, which does not expire.';
const scopesInSettings =
  "Chosen in the settings of the vendor's app, not asked for in the authorisation URL.";

function tokenCall({ tokenPath }, baseUrl) {
  return `${code(`POST ${tokenPath}`)}, that is ${code(`${baseUrl}${tokenPath}`)}`;
}

function refreshing(auth, baseUrl) {
  const life = duration(auth.defaultTokenLifetimeSeconds);
  return `${tokenCall(auth, baseUrl)}, ahead of expiry, and once when a token is rejected. A token whose answer names no life is taken to live ${life}.`;
}
