import type { Connector, SettingDescription } from '@privacy-connectors/core';
import { validateSync } from 'class-validator';

/** A text that nobody would list. */
const unlisted = 'none-of-the-listed-values';

/** What the manifest says of the settings is what their class has and accepts. */
export function settingProblems({ manifest, implementation }: Connector): readonly string[] {
  const defaults = new Map<string, unknown>(Object.entries(new implementation.settings()));
  const undeclared = [...defaults.keys()].filter((name) => manifest.settings[name] === undefined);
  return [
    ...undeclared.map((name) => `the setting ${name} is not declared`),
    ...Object.entries(manifest.settings).flatMap(([name, setting]) => [
      ...defaultProblems(name, setting, defaults.get(name)),
      ...valueProblems(name, setting, (value) => accepts(implementation.settings, name, value)),
    ]),
  ];
}

function defaultProblems(name: string, setting: SettingDescription, actual: unknown): readonly string[] {
  const same = actual === setting.default && typeof setting.default === setting.type;
  return same ? [] : [`the setting ${name} has another default than its class`];
}

function valueProblems(
  name: string,
  { values, default: initial }: SettingDescription,
  isAccepted: (value: string) => boolean,
): readonly string[] {
  if (values === undefined) return [];
  const problems = {
    'has a default that is not listed': !values.some((value) => value === initial),
    'refuses a value that is listed': !values.every(isAccepted),
    'accepts a value that is not listed': isAccepted(unlisted),
  };
  return Object.entries(problems).flatMap(([problem, holds]) =>
    holds ? [`the setting ${name} ${problem}`] : [],
  );
}

function accepts(settings: new () => object, name: string, value: string): boolean {
  const errors = validateSync(Object.assign(new settings(), { [name]: value }), {
    forbidUnknownValues: false,
  });
  return !errors.some(({ property }) => property === name);
}
