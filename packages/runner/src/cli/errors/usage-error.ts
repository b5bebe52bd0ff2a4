import type { CommanderError } from 'commander';
import { InputError } from '../../errors/runner-error.js';

/**
 * The sentence for a command line that commander does not accept. What the person typed is repeated only when it is
 * plainly a command or option name: a misplaced value may be an e-mail address or a secret.
 */
export function usageError(error: CommanderError): InputError {
  const [problem = '', suggestion = ''] = error.message.replace(/^error: /, '').split('\n');
  const sentence = capitalise(hideValues(error.code, problem)).replace(/\.?$/, '.');
  const hint = /^\(Did you mean (.*)\?\)$/.exec(suggestion)?.[1];
  const wayOut = hint === undefined ? 'Add --help to see what is possible.' : `Did you mean ${hint}?`;
  return new InputError(`${sentence} ${wayOut}`);
}

const names: Readonly<Record<string, { readonly shape: RegExp; readonly otherwise: string }>> = {
  'commander.unknownOption': { shape: /^(--?[a-z][a-z-]{0,30})$/, otherwise: 'unknown option' },
  'commander.unknownCommand': { shape: /^([a-z][a-z-]{0,20})$/, otherwise: 'unknown command' },
};

function hideValues(code: string, problem: string): string {
  const name = names[code];
  if (name === undefined) return problem;
  const typed = /'(.*)'$/s.exec(problem)?.[1] ?? '';
  const safe = name.shape.exec(typed.replace(/=.*$/s, ''))?.[1];
  return safe === undefined ? name.otherwise : `${name.otherwise} '${safe}'`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
