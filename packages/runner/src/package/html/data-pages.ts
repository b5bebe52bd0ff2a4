import type { Archive } from '../archive.js';
import { toChunks } from '../chunks.js';
import type { SectionContents } from '../contents.js';
import { DataPage } from './data-page.js';
import { Pager } from './pager.js';
import { connectionPieces } from './section.js';

/** The pages of each connection, in the order of connections. */
export type PagesBySection = ReadonlyMap<SectionContents, readonly DataPage[]>;

/** Writes the data of every connection as pages of bounded size, each connection beginning a new one. */
export async function writeDataPages(
  sections: readonly SectionContents[],
  archive: Archive,
): Promise<PagesBySection> {
  const written = new Map<SectionContents, readonly DataPage[]>();
  let before = 0;
  for (const contents of sections) {
    const pages = await writePages(contents, archive, before);
    before += pages.length;
    written.set(contents, pages);
  }
  return written;
}

async function writePages(
  contents: SectionContents,
  archive: Archive,
  before: number,
): Promise<readonly DataPage[]> {
  const { section } = contents;
  const pager = new Pager(connectionPieces(contents));
  const pages: DataPage[] = [];
  while (await pager.more()) {
    const part = pages.length + 1;
    const page = new DataPage({ section, part, number: before + part });
    await archive.add(page.path, toChunks(page.content(pager)));
    pages.push(page);
  }
  return pages;
}
