import { InputError, NotFoundError } from '../errors/runner-error.js';

const pattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

export function isConnectionName(text: string): boolean {
  return pattern.test(text);
}

/** @throws InputError when no connection may have that name. */
export function checkConnectionName(name: string): void {
  if (isConnectionName(name)) return;
  throw new InputError(
    'A connection name has 1 to 63 letters, digits, dots, hyphens or underscores, and begins with a letter or digit.',
  );
}

export function noSuchConnection(...names: readonly string[]): NotFoundError {
  return new NotFoundError(unknownConnections(names));
}

/** What is said of connections that do not exist. */
export function unknownConnections(names: readonly string[]): string {
  return `There is no connection ${names.join(', ')}. dsr connection list shows those there are.`;
}
