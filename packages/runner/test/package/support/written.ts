import { join } from 'node:path';
import type { PackageSource } from '../../../src/package/package-source.js';
import { writePackage, type WrittenPackage } from '../../../src/package/write-package.js';
import { withTemporaryFolder } from './temporary-folder.js';
import { unzip, type Unzipped } from './unzip.js';

/** Writes a package and reads it back; `page` is all its pages in one. */
export async function writtenAndRead(
  source: PackageSource,
): Promise<
  Unzipped & { readonly written: WrittenPackage; readonly page: string; readonly pages: readonly string[] }
> {
  return withTemporaryFolder(async (folder) => {
    const written = await writePackage(source, join(folder, 'package.zip'));
    const unzipped = await unzip(written.file);
    const isPage = (path: string) => path === 'index.html' || path.startsWith('pages/');
    const pages = [...unzipped.files]
      .filter(([path]) => isPage(path))
      .map(([, bytes]) => bytes.toString('utf8'));
    return { ...unzipped, written, pages, page: pages.join('\n') };
  });
}
