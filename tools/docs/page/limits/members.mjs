import { code } from '../../markdown/code.mjs';
import { table } from '../../markdown/table.mjs';

/** Which call counts in which limit class. */
export function classMembers({ operations, rateLimits }) {
  const calls = Object.values(operations);
  const [only] = Object.keys(rateLimits);
  if (calls.every((call) => call.rateLimit === only && call.rateLimitWhen === undefined)) {
    return calls.length === 0 ? '' : `Every call counts in ${code(only)}.`;
  }
  return table(['Call', 'Counts in'], calls.map(row), '');
}

function row({ method, path, rateLimit, rateLimitWhen = [] }) {
  const exceptions = rateLimitWhen.map((condition) => `; ${exception(condition)}`);
  return [code(`${method} ${path}`), `${code(rateLimit)}${exceptions.join('')}`];
}

/** The first condition that holds decides. */
function exception({ query, contains, rateLimit }) {
  const value = contains === undefined ? '' : ` containing ${code(contains)}`;
  return `${code(rateLimit)} with ${code(query)}${value} in the query`;
}
