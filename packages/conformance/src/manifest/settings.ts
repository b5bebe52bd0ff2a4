import type { Connector } from '@privacy-connectors/core';

/** What the settings are said to be by default is what they are. */
export function settingProblems({ manifest, implementation }: Connector): readonly string[] {
  const defaults = new Map<string, unknown>(Object.entries(new implementation.settings()));
  const wrong = Object.entries(manifest.settings)
    .filter(
      ([name, setting]) => defaults.get(name) !== setting.default || typeof setting.default !== setting.type,
    )
    .map(([name]) => `the setting ${name} has another default than its class`);
  const undeclared = [...defaults.keys()].filter((name) => manifest.settings[name] === undefined);
  return [...wrong, ...undeclared.map((name) => `the setting ${name} is not declared`)];
}
