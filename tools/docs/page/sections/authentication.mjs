import { code } from '../../markdown/code.mjs';
import { table } from '../../markdown/table.mjs';
import { duration } from '../../words/duration.mjs';
import { enumeration } from '../../words/enumeration.mjs';

const clientAuthentication = {
  client_secret_post: 'sent in the body of the form',
  client_secret_basic: 'sent with HTTP Basic authentication',
};

/** @throws Error when the manifest has a kind of authentication that has no words here yet. */
export function authentication({ manifest }) {
  const { auth, id } = manifest;
  if (auth.kind !== 'oauth2') {
    throw new Error(
      `The connector ${id} authenticates with ${auth.kind}: describe that in tools/docs/page/sections/authentication.mjs.`,
    );
  }
  return table(['Fact', 'Value'], oauth(manifest));
}

function oauth({ auth, baseUrl }) {
  return [
    [
      'Scheme',
      `OAuth 2.0 with client id and client secret, ${clientAuthentication[auth.clientAuthentication]}`,
    ],
    ['Authorise', code(`GET ${auth.authorizationUrl}`)],
    ['Get tokens', tokenCall(auth, baseUrl)],
    ['Refresh tokens', refreshing(auth, baseUrl)],
    ['Test of the connection', test],
    ['Static token', auth.staticToken ? staticToken : 'Not offered.'],
    ['Dead token', deadToken(auth)],
    ['PKCE', auth.pkce ? 'Used.' : 'Not used.'],
    ['Scopes', auth.scopesInAuthorizationUrl ? 'Asked for in the authorisation URL.' : scopesInSettings],
  ];
}

const test =
  'Adding a connection goes through the authorisation page and the token endpoint, and ends with a call to the vendor. `dsr connection test` makes that call again, after a refresh at the token endpoint if the token has expired.';
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

function deadToken({ rejectionStatuses }) {
  return `Answered with ${enumeration(rejectionStatuses.map(String))}.`;
}
