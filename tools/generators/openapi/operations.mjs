import { ensure } from '../text/refusal.mjs';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * The operations of a description, `[{path, method, operation}]`: those named, or all of them when none is.
 * @throws Refusal for an unknown name, and when an operation to be kept has none.
 */
export function pickOperations(description, names) {
  const all = operationsOf(description);
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
    `These operations have no operationId; name those you need with --operations, or add it to the file: ${nameless.map(routeOf).join(', ')}.`,
  );
  return picked;
}

/** An operation as the manifest declares it. HTTP calls GET, PUT and DELETE idempotent; the others are until shown. */
export function manifestOperation({ path, method, operation }) {
  const { summary, description, operationId } = operation;
  const [purpose] = (summary || description || operationId).trim().split('\n');
  return {
    method: method.toUpperCase(),
    path,
    purpose: purpose.endsWith('.') ? purpose : `${purpose}.`,
    scopes: [],
    idempotent: ['get', 'put', 'delete'].includes(method),
    ...(isBinary(operation) ? { binary: true } : {}),
  };
}

function operationsOf({ paths = {} }) {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => ({
      path,
      method,
      operation: item[method],
    })),
  );
}

function routeOf({ method, path }) {
  return `${method.toUpperCase()} ${path}`;
}

/** Whether the successful answer is described, and never as JSON or text. */
function isBinary({ responses = {} }) {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const types = successes.flatMap(([, { content = {} }]) => Object.keys(content));
  return types.length > 0 && types.every((type) => !/json|^text\//.test(type));
}
