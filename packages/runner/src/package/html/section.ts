import type { RequestView } from '../../application/views.js';
import type { SectionContents } from '../contents.js';
import { dataPath, linkTo } from '../file-names.js';
import type { PackageSection } from '../package-source.js';
import { foundList } from './found-list.js';
import { markup, type Markup } from './markup.js';
import { exceptionItem, exceptionsOf } from './outcomes.js';
import { RecordTree } from './tree.js';

/** One connection: what was found, what is missing and why, then the data itself. */
export async function* connectionSection(
  contents: SectionContents,
  anchor: string,
  type: RequestView['type'],
): AsyncGenerator<Markup> {
  const { section } = contents;
  yield markup`<section class="connection" id="${anchor}" aria-labelledby="${anchor}-title">
<header><h2 id="${anchor}-title">${section.connector.title}</h2>
<p class="meta">Account <bdi>${section.connection}</bdi></p></header>
${foundList(contents)}${missing(section)}${notCovered(section, type)}`;
  yield* records(contents);
  yield markup`</section>\n`;
}

function missing(section: PackageSection): Markup | undefined {
  const exceptions = exceptionsOf(section);
  if (exceptions.length === 0) return undefined;
  return markup`<div class="notice"><h3>What is missing</h3>
<ul>${exceptions.map((exception) => exceptionItem(section, exception))}</ul></div>\n`;
}

function notCovered(section: PackageSection, type: RequestView['type']): Markup | undefined {
  const applying = section.notCovered.filter(({ capability }) => capability === type);
  if (applying.length === 0) return undefined;
  const entries = applying.map(({ what, why }) => markup`<div><dt>${what}</dt><dd>${why}</dd></div>\n`);
  return markup`<h3>What ${section.connector.title} may hold that is not in this package</h3>
<dl class="gaps">${entries}</dl>\n`;
}

async function* records(contents: SectionContents): AsyncGenerator<Markup> {
  const { section, survey } = contents;
  const tree = new RecordTree(contents);
  for (const resource of section.resources.filter(({ name }) => survey.counts(name).roots > 0)) {
    yield markup`<div class="resource"><h3>${resource.title}</h3>\n`;
    yield* tree.roots(resource.name, 4);
    yield markup`</div>\n`;
  }
  for (const { name } of section.resources) yield unplaced(contents, name, tree.printed(name));
}

/** Nothing is dropped in silence: records whose parent is not in the package are only in the data files. */
function unplaced({ section, survey }: SectionContents, resource: string, printed: number): Markup {
  const count = survey.counts(resource).records - printed;
  if (count <= 0) return markup``;
  const link = markup`<a href="${linkTo(dataPath(section.connection, resource))}">${resource}.jsonl</a>`;
  return markup`<p class="notice">${count} more records in ${link} belong to something that is not in this package.
They are not shown on this page.</p>\n`;
}
