import type { SectionContents } from '../contents.js';
import { dataPath, linkTo } from '../file-names.js';
import type { Enclosure, Piece } from './enclosure.js';
import { markup, type Markup } from './markup.js';
import { fromPages } from './page-path.js';
import { continued } from './record.js';
import { RecordTree } from './tree.js';

/** All records of one connection, and how many there are that belong to nothing. */
export async function* connectionPieces(contents: SectionContents): AsyncGenerator<Piece, void> {
  const { section, survey } = contents;
  const tree = new RecordTree(contents);
  for (const resource of section.resources.filter(({ name }) => survey.counts(name).roots > 0)) {
    yield { kind: 'open', enclosure: resourceEnclosure(resource.title) };
    yield* tree.roots(resource.name, 3);
    yield { kind: 'close' };
  }
  for (const { name } of section.resources) {
    const markup = unplaced(contents, name, tree.printed(name));
    if (markup !== undefined) yield { kind: 'content', markup };
  }
}

function resourceEnclosure(title: string): Enclosure {
  return {
    open: markup`<section class="resource"><h2>${title}</h2>\n`,
    reopen: markup`<section class="resource"><h2>${title} ${continued}</h2>\n`,
    close: markup`</section>\n`,
  };
}

/** Nothing is dropped in silence: records whose parent is not in the package are only in the data files. */
function unplaced(
  { section, survey }: SectionContents,
  resource: string,
  printed: number,
): Markup | undefined {
  const count = survey.counts(resource).records - printed;
  if (count <= 0) return undefined;
  const path = fromPages(linkTo(dataPath(section.connection, resource)));
  return markup`<p class="notice">${count} more records in <a href="${path}">${resource}.jsonl</a> belong to something
that is not in this package. They are not shown on this page.</p>\n`;
}
