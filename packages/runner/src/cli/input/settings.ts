import { InputError } from '../../errors/runner-error.js';
import { cleanText } from '../output/clean-text.js';

/** Settings from repeated `key=value` texts. Values are never repeated in an error: they may be secret. */
export function parseSettings(assignments: readonly string[]): { readonly [name: string]: string } {
  const settings = new Map<string, string>();
  for (const assignment of assignments) {
    const separator = assignment.indexOf('=');
    if (separator < 1) {
      throw new InputError('--set needs a name and a value: write --set key=value.');
    }
    const name = assignment.slice(0, separator);
    if (settings.has(name)) {
      throw new InputError(`--set gives ${cleanText(name)} more than once: give each setting once.`);
    }
    settings.set(name, assignment.slice(separator + 1));
  }
  return Object.fromEntries(settings);
}
