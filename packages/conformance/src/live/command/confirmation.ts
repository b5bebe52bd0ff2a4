import { createInterface } from 'node:readline/promises';
import { sameEmail } from '@privacy-connectors/core';
import { UsageError } from './usage-error.js';

/** Asks for the address once more. @throws UsageError when another one, or none, is typed. */
export async function confirmErasure(
  email: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<void> {
  const lines = createInterface({ input, output });
  const ended = new Promise<string>((resolve) => {
    lines.once('close', () => {
      resolve('');
    });
  });
  const question =
    'Everything the vendor holds about this person will be erased for good.\nType the address again: ';
  const typed = await Promise.race([lines.question(question), ended]);
  lines.close();
  if (!sameEmail(typed, email)) throw new UsageError('Nothing was run: the address was not confirmed.');
}
