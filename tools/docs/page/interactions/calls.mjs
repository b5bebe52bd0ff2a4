import { blocks } from '../../markdown/blocks.mjs';
import { code } from '../../markdown/code.mjs';
import { bullets } from '../../markdown/list.mjs';
import { text } from '../../markdown/text.mjs';
import { operationsOfScopes, scopesNeededFor } from '../../words/scope-needs.mjs';

/** The calls that the scopes of a capability open. */
export function callsFor(manifest, capability) {
  const operations = operationsOfScopes(manifest, scopesNeededFor(manifest, capability));
  if (operations.length === 0) return '';
  const items = operations.map(
    ({ method, path, purpose }) => `${code(`${method} ${path}`)}: ${text(purpose)}`,
  );
  return blocks(`The calls that the scopes for ${capability} are needed for:`, bullets(items));
}
