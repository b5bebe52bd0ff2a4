import { describedOperations } from '../../scripts/openapi/described-operations.mjs';
import { ensure } from '../text/refusal.mjs';

/**
 * The operations of a description, `[{route, path, method, operation}]`: those named, or all of them when none is.
 * @throws Refusal for an unknown name, and when an operation to be kept has none.
 */
export function pickOperations(description, names) {
  const all = describedOperations(description);
  const known = all.flatMap(({ operation }) => operation.operationId ?? []);
  const unknown = names.filter((name) => !known.includes(name));
  ensure(
    unknown.length === 0,
    `The OpenAPI file has no operation ${unknown.join(', ')}. It has: ${known.join(', ')}.`,
  );
  const picked =
    names.length === 0 ? all : all.filter(({ operation }) => names.includes(operation.operationId));
  const nameless = picked.filter(({ operation }) => operation.operationId === undefined);
  ensure(
    nameless.length === 0,
    `These operations have no operationId; name those you need with --operations, or add it to the file: ${nameless.map(({ route }) => route).join(', ')}.`,
  );
  return picked;
}
