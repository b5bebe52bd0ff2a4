import { writeFile } from 'node:fs/promises';
import { InputError } from '../../errors/runner-error.js';

/** Writes a file that holds no secret. @throws InputError when it cannot be written, without the system's words. */
export async function writeText(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch {
    throw new InputError('The file cannot be written: check that its folder exists and may be written to.');
  }
}
