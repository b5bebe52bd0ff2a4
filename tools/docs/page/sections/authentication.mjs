import { table } from '../../markdown/table.mjs';
import { apiKeyFacts } from '../authentication/api-key.mjs';
import { oauthFacts } from '../authentication/oauth.mjs';

const factsOf = { oauth2: oauthFacts, api_key: apiKeyFacts };

/** @throws Error when the manifest has a kind of authentication that has no words here yet. */
export function authentication({ manifest }) {
  const { auth, id } = manifest;
  const facts = factsOf[auth.kind];
  if (facts === undefined) {
    throw new Error(
      `The connector ${id} authenticates with ${auth.kind}: describe that in tools/docs/page/authentication.`,
    );
  }
  return table(['Fact', 'Value'], facts(manifest));
}
