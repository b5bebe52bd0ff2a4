import { readFile } from 'node:fs/promises';
import { Sensitive } from '@privacy-connectors/core';
import { InputError } from '../../errors/runner-error.js';
import type { CliIo } from '../io.js';

/** Where the person says a secret is; `option` is the stem of the options, e.g. `--token` of `--token-env`. */
export interface SecretSource {
  readonly option: string;
  readonly environmentVariable: string | undefined;
  readonly file: string | undefined;
  readonly stdin: boolean;
}

/** How many ways to the secret were given; one is right. */
export function waysGiven(source: SecretSource): number {
  return [source.environmentVariable !== undefined, source.file !== undefined, source.stdin].filter(Boolean)
    .length;
}

/**
 * Reads a secret, without the white space around it. Errors repeat neither the secret nor what was given in place of a
 * variable or file name, as people paste the secret itself there.
 */
export async function readSecret(source: SecretSource, io: CliIo): Promise<Sensitive<string>> {
  const secret = (await readRaw(source, io)).trim();
  if (secret === '')
    throw new InputError(`${optionGiven(source)} leads to an empty value. ${wayOut(source)}`);
  if (/\p{Cc}/u.test(secret)) {
    throw new InputError(
      `${optionGiven(source)} leads to more than one line, or to control characters. Give the secret alone.`,
    );
  }
  return new Sensitive(secret);
}

async function readRaw(source: SecretSource, io: CliIo): Promise<string> {
  if (source.environmentVariable !== undefined) {
    const value = io.environment[source.environmentVariable];
    if (value !== undefined) return value;
    throw new InputError(
      `The environment variable named by ${optionGiven(source)} is not set. ${wayOut(source)}`,
    );
  }
  return source.file === undefined ? readStdin(source, io) : readSecretFile(source, source.file);
}

async function readSecretFile(source: SecretSource, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new InputError(`The file named by ${optionGiven(source)} cannot be read. ${wayOut(source)}`, {
      cause,
    });
  }
}

async function readStdin(source: SecretSource, io: CliIo): Promise<string> {
  if (!io.stdin.isTTY) return io.stdin.readToEnd();
  throw new InputError(
    `${optionGiven(source)} needs the secret piped in, e.g. ${optionGiven(source)} < secret.txt`,
  );
}

function optionGiven({ option, environmentVariable, file }: SecretSource): string {
  if (environmentVariable !== undefined) return `${option}-env`;
  return file === undefined ? `${option}-stdin` : `${option}-file`;
}

function wayOut({ option, environmentVariable, file }: SecretSource): string {
  if (environmentVariable !== undefined)
    return `Export the variable and give its name, not its value: ${option}-env NAME.`;
  return file === undefined
    ? 'Pipe the secret in.'
    : 'Give the path of a readable text file that holds the secret alone.';
}
