import type { Answer } from './answer.js';
import type { SimulatedRequest } from './simulated-request.js';

/** One operation of a simulated vendor. */
export interface Route {
  readonly operationId: string;
  readonly method: string;
  /** A path with names in braces: `/contacts/{contactId}`. */
  readonly template: string;
  /** Whether calls count against the vendor's rate limit. */
  readonly metered: boolean;
  readonly handle: (request: SimulatedRequest) => Answer | Promise<Answer>;
}

export interface MatchedRoute {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds the operation of a method and path; a template without names wins over one with names. */
export function matchRoute(routes: readonly Route[], method: string, path: string): MatchedRoute | undefined {
  const found = routes
    .filter((route) => route.method === method)
    .map((route) => ({ route, parameters: matchTemplate(route.template, path) }))
    .filter((match): match is MatchedRoute => match.parameters !== undefined);
  return found.find((match) => Object.keys(match.parameters).length === 0) ?? found[0];
}

function matchTemplate(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const names = template.split('/');
  const values = path.split('/');
  if (names.length !== values.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const value = values[index] ?? '';
    if (name.startsWith('{')) parameters[name.slice(1, -1)] = decode(value);
    else if (name !== value) return undefined;
  }
  return parameters;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
