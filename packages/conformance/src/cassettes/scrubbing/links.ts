import type { ApiDescription, DescribedOperation } from '../../description/api-description.js';

/** An operation that a path leads to, with the decoded values of its template's names. */
export interface Destination {
  readonly operation: DescribedOperation;
  readonly values: Readonly<Record<string, string>>;
}

/** The operation at the end of a path, whatever stands before it; undefined when there is none. */
export function destinationOf(
  { operations }: Pick<ApiDescription, 'operations'>,
  path: string,
): Destination | undefined {
  const found = [...operations.values()].flatMap((operation) => {
    const values = matchPath(operation.path, path);
    return values === undefined ? [] : [{ operation, values }];
  });
  return found.sort((one, other) => exactness(other) - exactness(one))[0];
}

/** Values of the template's names, when the path ends as the template says. */
export function matchPath(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const names = template.split('/').filter((name) => name !== '');
  const segments = path.split('/').filter((segment) => segment !== '');
  const tail = segments.slice(segments.length - names.length);
  if (names.length === 0 || tail.length !== names.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const segment = tail[index] ?? '';
    if (isPlaceholder(name)) values[name.slice(1, -1)] = decoded(segment);
    else if (name !== segment) return undefined;
  }
  return values;
}

/** The template with these values in it. */
export function fillPath(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

function isPlaceholder(name: string): boolean {
  return name.startsWith('{') && name.endsWith('}');
}

/** Longer templates first, and of two of a length the one with fewer names. */
function exactness({ operation: { path }, values }: Destination): number {
  return path.split('/').length * 10 - Object.keys(values).length;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
