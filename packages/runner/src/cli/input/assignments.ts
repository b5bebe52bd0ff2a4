import { InputError } from '../../errors/runner-error.js';
import { cleanText } from '../output/clean-text.js';

/** Values by name, from repeated `name=value` texts. Values are never repeated in an error: they may be secret. */
export function parseAssignments(
  option: '--set' | '--namespace' | '--policy',
  assignments: readonly string[],
): { readonly [name: string]: string } {
  const settings = new Map<string, string>();
  for (const assignment of assignments) {
    const separator = assignment.indexOf('=');
    if (separator < 1) {
      throw new InputError(`${option} needs a name and a value: write ${option} ${examples[option]}.`);
    }
    const name = assignment.slice(0, separator);
    if (settings.has(name)) {
      throw new InputError(`${option} gives ${cleanText(name)} more than once: give each once.`);
    }
    settings.set(name, assignment.slice(separator + 1));
  }
  return Object.fromEntries(settings);
}

const examples = {
  '--set': 'key=value',
  '--namespace': 'external_id=shop',
  '--policy': 'agent=redact',
} as const;
