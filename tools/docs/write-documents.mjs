import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes the documents into a folder of their own, and removes the pages of connectors that are no more. */
export async function writeDocuments(files, folder) {
  await mkdir(folder, { recursive: true });
  const old = (await readdir(folder)).filter((name) => name.endsWith('.md') && !files.has(name));
  await Promise.all(old.map((name) => rm(join(folder, name))));
  await Promise.all([...files].map(([name, text]) => writeFile(join(folder, name), text)));
}

/** Writes the page of one connector and leaves the others, and the catalogue, as they are. */
export async function writePage(files, id, folder) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${id}.md`), files.get(`${id}.md`));
}
