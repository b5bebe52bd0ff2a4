import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PackageSource } from '../../../src/package/package-source.js';
import { writtenAndRead } from '../support/written.js';

/** A package as its reader has it: unpacked in a folder. */
export interface OpenedPackage {
  readonly folder: string;
  /** Addresses of all its pages, the overview first. */
  readonly pages: readonly string[];
  close(): Promise<void>;
}

export async function openPackage(source: PackageSource): Promise<OpenedPackage> {
  const { files } = await writtenAndRead(source);
  const folder = await mkdtemp(join(tmpdir(), 'dsr-package-'));
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const pages = [...files.keys()].filter(
    (path) => path.endsWith('.html') && !path.startsWith('attachments/'),
  );
  return {
    folder,
    pages: pages.toSorted().map((path) => pathToFileURL(join(folder, path)).href),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
