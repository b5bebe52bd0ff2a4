import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { codeLines } from './code-lines.mjs';

const notHandWritten = ['generated', 'simulator'];

/**
 * The lines of code that a person wrote to make a connector: TypeScript in `src`, without the simulator, what is generated,
 * and tests.
 *
 * @param {string} folder The connector's package, absolute.
 * @returns {Promise<{ files: number, lines: number }>}
 */
export async function connectorLines(folder) {
  const files = (await readdir(join(folder, 'src'), { recursive: true })).filter(isHandWritten);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, 'src', file), 'utf8')));
  return { files: files.length, lines: texts.map(codeLines).reduce((sum, lines) => sum + lines, 0) };
}

function isHandWritten(file) {
  const isCode = file.endsWith('.ts') && !file.endsWith('.spec.ts');
  return isCode && !notHandWritten.includes(file.split(sep)[0]);
}
