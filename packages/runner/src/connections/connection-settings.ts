import type { Connector } from '@privacy-connectors/core';
import { validateSync } from 'class-validator';
import { InputError } from '../errors/runner-error.js';

/** Settings in the form the connector declared them, complete with defaults. */
export interface CheckedSettings {
  /** An instance of the connector's settings class. */
  readonly instance: object;
  /** Only what was given, as it is stored. */
  readonly given: { readonly [name: string]: string | number };
}

/**
 * Checks settings against the manifest and the connector's settings class.
 * @throws InputError that names every problem and the settings there are.
 */
export function checkSettings(
  connector: Connector,
  values: { readonly [name: string]: string | number },
): CheckedSettings {
  const known = connector.manifest.settings;
  const unknown = Object.keys(values).filter((name) => !(name in known));
  if (unknown.length > 0) {
    throw new InputError(
      `${connector.manifest.title} has no setting ${unknown.join(', ')}. Its settings are ${Object.keys(known).join(', ')}.`,
    );
  }
  const given = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typed(known[name]?.type, value)]),
  );
  const instance = Object.assign(new connector.implementation.settings(), given);
  const problems = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true }).flatMap((error) =>
    Object.values(error.constraints ?? {}),
  );
  if (problems.length > 0)
    throw new InputError(
      `The settings are not valid: ${problems.map((problem) => problem.replace(/\.$/, '')).join('; ')}.`,
    );
  return { instance, given };
}

/** Command lines carry text; a text that is no number stays one, and the settings class refuses it by name. */
function typed(type: 'string' | 'number' | undefined, value: string | number): string | number {
  if (type !== 'number' || typeof value === 'number') return value;
  return value.trim() === '' || Number.isNaN(Number(value)) ? value : Number(value);
}
