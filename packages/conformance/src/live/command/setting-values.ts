import type { Manifest } from '@privacy-connectors/core';
import type { LiveSettings } from '../live-process.js';
import { UsageError } from './usage-error.js';

/** Settings from `key=value` texts. @throws UsageError for one that the connector does not have or that has another type. */
export function settingValues({ settings }: Manifest, texts: readonly string[]): LiveSettings {
  return Object.fromEntries<string | number | boolean>(
    texts.map((text) => {
      const [name = '', ...rest] = text.split('=');
      const setting = settings[name];
      if (setting === undefined || rest.length === 0) {
        throw new UsageError(
          `--set takes name=value with one of these names: ${Object.keys(settings).join(', ')}.`,
        );
      }
      return [name, valueOf(name, setting.type, rest.join('='))] as const;
    }),
  );
}

function valueOf(
  name: string,
  type: Manifest['settings'][string]['type'],
  text: string,
): string | number | boolean {
  if (type === 'string') return text;
  const value: unknown = /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(text) ? JSON.parse(text) : undefined;
  if (typeof value === 'number' && type === 'number') return value;
  if (typeof value === 'boolean' && type === 'boolean') return value;
  throw new UsageError(`The setting ${name} takes a ${type}.`);
}
