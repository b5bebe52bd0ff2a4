import type { Connector, SettingDescription } from '@privacy-connectors/core';
import { validateSync } from 'class-validator';
import { InputError } from '../errors/runner-error.js';

/** Values of settings by name; text where they come from a command line. */
export type GivenSettings = { readonly [name: string]: string | number | boolean };

/** Settings in the form the connector declared them, complete with defaults. */
export interface CheckedSettings {
  /** An instance of the connector's settings class. */
  readonly instance: object;
  /** Only what was given, as it is stored. */
  readonly given: GivenSettings;
}

/**
 * Checks settings against the manifest and the connector's settings class.
 * @throws InputError that names every problem and the settings there are.
 */
export function checkSettings(connector: Connector, values: GivenSettings): CheckedSettings {
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
  refuseUnlistedValues(known, given);
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

/** The values themselves are not repeated: whoever mixed settings up may have written a secret. */
function refuseUnlistedValues(known: Connector['manifest']['settings'], given: GivenSettings): void {
  for (const [name, value] of Object.entries(given)) {
    const values = known[name]?.values;
    if (values === undefined || values.includes(String(value))) continue;
    throw new InputError(`The setting ${name} must be one of ${values.join(', ')}.`);
  }
}

/** Command lines carry text; a text that is no number or truth value stays one, and the settings class refuses it by name. */
function typed(type: SettingDescription['type'] | undefined, value: string | number | boolean) {
  if (typeof value !== 'string') return value;
  if (type === 'boolean') return truthValues.get(value) ?? value;
  if (type !== 'number' || value.trim() === '' || Number.isNaN(Number(value))) return value;
  return Number(value);
}

const truthValues: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);
