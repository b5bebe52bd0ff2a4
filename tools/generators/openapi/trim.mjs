import { ensure } from '../text/refusal.mjs';
import { pickOperations } from './operations.mjs';
import { referencesIn } from './read-description.mjs';
import { modernised } from './modernised.mjs';

/**
 * A description of the named operations, or of all, and of nothing else than what they use: OpenAPI 3.1.
 * @throws Refusal as {@link pickOperations}, and for a reference that leads nowhere.
 */
export function trim(description, names) {
  const paths = pathsOf(description, pickOperations(description, names));
  const { info, servers, security } = description;
  const schemes = securitySchemesOf(description, { paths, security });
  const components = { schemas: {}, ...componentsOf(description, paths) };
  return {
    openapi: '3.1.0',
    info,
    ...(servers === undefined ? {} : { servers }),
    ...(security === undefined ? {} : { security }),
    paths: modernised(description, paths),
    components: {
      ...modernised(description, components),
      ...(Object.keys(schemes).length === 0 ? {} : { securitySchemes: schemes }),
    },
  };
}

function pathsOf(description, operations) {
  const paths = {};
  for (const { path, method, operation } of operations) {
    const { parameters } = description.paths[path];
    paths[path] ??= parameters === undefined ? {} : { parameters };
    paths[path][method] = operation;
  }
  return paths;
}

/** The shared parts that are mentioned, and those that these mention. */
function componentsOf(description, paths) {
  const components = {};
  const waiting = referencesIn(paths);
  const seen = new Set();
  for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
    const [, root, kind, name] = reference.split('/');
    if (seen.has(reference)) continue;
    seen.add(reference);
    const part = description[root]?.[kind]?.[name];
    ensure(
      root === 'components' && part !== undefined,
      `The OpenAPI file refers to ${reference}, which is no shared component of it. Mend the file first.`,
    );
    components[kind] = { ...components[kind], [name]: part };
    waiting.push(...referencesIn(part));
  }
  return components;
}

function securitySchemesOf({ components = {} }, { paths, security = [] }) {
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  const requirements = [security, ...operations.map((operation) => operation.security ?? [])].flat();
  const names = new Set(requirements.flatMap((requirement) => Object.keys(requirement)));
  const schemes = Object.entries(components.securitySchemes ?? {});
  return Object.fromEntries(schemes.filter(([name]) => names.has(name)));
}
