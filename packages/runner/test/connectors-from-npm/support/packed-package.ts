import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedPackage } from './published-package.js';
import { runNpm } from './run-npm.js';

/**
 * Packs a package with `npm pack`, into a folder.
 * @param folder The package, built.
 */
export async function packedPackage(folder: string, into: string): Promise<PublishedPackage> {
  const parameters = ['pack', folder, '--json', '--pack-destination', into];
  const [packed] = JSON.parse(await runNpm(parameters, into, into)) as [{ filename: string }];
  const packageJson = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PublishedPackage;
  const { name, version } = packageJson;
  return { name, version, packageJson, open: () => createReadStream(join(into, packed.filename)) };
}
