import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the whole repository, absolute, with a slash at its end. */
export const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** A file of the repository. */
export function repositoryText(path: string): string {
  return readFileSync(`${repository}${path}`, 'utf8');
}
