import { readFile } from 'node:fs/promises';
import { InputError } from '../../errors/runner-error.js';

/**
 * The text of a file that has to be ASCII. Every byte becomes a character, so that no two files read alike.
 * @param what What the file is said to hold, e.g. `receipt`.
 * @throws InputError when it cannot be read.
 */
export async function readText(file: string, what: string): Promise<string> {
  try {
    return await readFile(file, 'latin1');
  } catch {
    throw new InputError(`The ${what} cannot be read: check that the file exists and may be read.`);
  }
}
