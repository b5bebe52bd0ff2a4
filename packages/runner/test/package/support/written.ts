import { join } from 'node:path';
import type { PackageSource } from '../../../src/package/package-source.js';
import { writePackage, type WrittenPackage } from '../../../src/package/write-package.js';
import { withTemporaryFolder } from './temporary-folder.js';
import { unzip, type Unzipped } from './unzip.js';

/** Writes a package and reads it back. */
export async function writtenAndRead(
  source: PackageSource,
): Promise<Unzipped & { readonly written: WrittenPackage; readonly page: string }> {
  return withTemporaryFolder(async (folder) => {
    const written = await writePackage(source, join(folder, 'package.zip'));
    const unzipped = await unzip(written.file);
    return { ...unzipped, written, page: unzipped.files.get('index.html')?.toString('utf8') ?? '' };
  });
}
