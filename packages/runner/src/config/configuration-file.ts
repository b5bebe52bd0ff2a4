import { readFileSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { ArrayUnique, IsArray, Matches } from 'class-validator';
import { ConfigurationError } from '../errors/runner-error.js';
import { hasCode } from './has-code.js';
import { packageNamePattern } from './package-name.js';

/** The content of `config.json`; its initialisers are the defaults. */
export class ConfigurationFile {
  @IsArray({ message: 'connectors must be a list of npm package names' })
  @ArrayUnique({ message: 'connectors must not name a package twice' })
  @Matches(packageNamePattern, {
    each: true,
    message: 'each of connectors must be the bare name of an npm package',
  })
  readonly connectors: readonly string[] = ['@privacy-connectors/connector-drift'];
}

/** Reads the file without judging its fields; a missing file means the defaults. @throws ConfigurationError when it is not a JSON object. */
export function readConfigurationFile(path: string): ConfigurationFile {
  const content = parse(readText(path));
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new ConfigurationError(
      'config.json in the data folder must hold a JSON object: correct or remove it.',
    );
  }
  return plainToInstance(ConfigurationFile, content, { exposeDefaultValues: true });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return '{}';
    throw new ConfigurationError('config.json in the data folder cannot be read: check its permissions.');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigurationError('config.json in the data folder is not valid JSON: correct or remove it.');
  }
}
