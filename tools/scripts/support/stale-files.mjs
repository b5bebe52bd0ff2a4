import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differences } from './folder-differences.mjs';
import { runNode } from './run-node.mjs';

/**
 * The generated files of a package that are not what its `generate` script makes, relative to the package. Such a script is
 * `node <program> <arguments> <output folder>`, all of them paths.
 *
 * @param {string} folder The package's folder, absolute.
 * @throws Error when the script fails; why was printed.
 */
export async function staleFiles(folder) {
  const { name, scripts } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (scripts?.generate === undefined) return [];
  const [, program, ...rest] = scripts.generate.split(' ');
  const output = rest.pop();
  const fresh = await mkdtemp(join(tmpdir(), 'generated-'));
  try {
    const { code } = await runNode([...[program, ...rest].map((path) => join(folder, path)), fresh]);
    if (code !== 0) throw new Error(`The files of ${name} could not be generated. See the message above.`);
    return (await differences(fresh, join(folder, output))).map((file) => join(output, file));
  } finally {
    await rm(fresh, { recursive: true });
  }
}
