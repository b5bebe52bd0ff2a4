import { fileURLToPath } from 'node:url';
import { generateFiles, joinPathFragments, OverwriteStrategy } from '@nx/devkit';

const files = fileURLToPath(new URL('./files', import.meta.url));

/** Writes `src/unwritten.ts`, which marks the steps that are left to write, unless it is there. */
export function ensureUnwritten(tree, { root }) {
  const overwriteStrategy = OverwriteStrategy.KeepExisting;
  generateFiles(tree, files, joinPathFragments(root, 'src'), {}, { overwriteStrategy });
}
