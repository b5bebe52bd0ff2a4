import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The files, relative to their folder, that only one of the two folders has, or that have other bytes in it. */
export async function differences(one, other) {
  const files = new Set([...(await filesOf(one)), ...(await filesOf(other))]);
  const different = [];
  for (const file of files) {
    if (!(await isSame(join(one, file), join(other, file)))) different.push(file);
  }
  return different.sort();
}

async function isSame(one, other) {
  return existsSync(one) && existsSync(other) && (await readFile(one)).equals(await readFile(other));
}

async function filesOf(folder) {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
