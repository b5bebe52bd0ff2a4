import type { SectionContents } from '../contents.js';
import { dataPath, linkTo } from '../file-names.js';
import type { PackageSection } from '../package-source.js';
import { groupOf, groupTitles } from './category-groups.js';
import type { PagesBySection } from './data-pages.js';
import { categoryLabel } from './label.js';
import { markup, type Markup } from './markup.js';

/** A kind of record of one connection. */
interface Found {
  readonly contents: SectionContents;
  readonly resource: PackageSection['resources'][number];
  readonly count: number;
  /** The first page that shows one; undefined when none does. */
  readonly page: string | undefined;
}

/** What was found, grouped by what it tells about the person; what was searched in vain stands at the end. */
export function foundGroups(pages: PagesBySection): Markup {
  const all = [...pages].flatMap(([contents, itsPages]) =>
    contents.section.resources.map((resource): Found => {
      const page = itsPages.find(({ resources }) => resources.has(resource.name))?.path;
      return { contents, resource, count: contents.survey.counts(resource.name).records, page };
    }),
  );
  const found = all.filter(({ count }) => count > 0);
  const groups = groupTitles.map((title) => {
    return group(
      title,
      found.filter(({ resource }) => groupOf(resource.dataCategories) === title),
    );
  });
  const nothing = found.length === 0 ? markup`<p>No data about you was found.</p>\n` : undefined;
  return markup`<section id="found"><h2>What was found</h2>${nothing}${groups}${inVain(all)}</section>\n`;
}

function group(title: string, found: readonly Found[]): Markup | undefined {
  if (found.length === 0) return undefined;
  return markup`<h3>${title}</h3>\n<ul class="found" role="list">${found.map(entry)}</ul>\n`;
}

function entry({ contents: { section }, resource, count, page }: Found): Markup {
  const { name, title, description, dataCategories } = resource;
  const kinds =
    dataCategories.length === 0
      ? 'not classified'
      : [...new Set(dataCategories.map(categoryLabel))].join(', ');
  const read =
    page === undefined
      ? undefined
      : markup`<a class="read" href="${page}">Read<span class="unseen"> ${title}
of ${section.connector.title}</span></a> · `;
  const file = markup`<a href="${linkTo(dataPath(section.connection, name))}">${name}.jsonl</a>`;
  return markup`<li><p class="count"><strong>${count.toLocaleString('en-GB')}</strong> ${title}</p>
<p class="quiet">${section.connector.title}, account <bdi>${section.connection}</bdi></p>
<p>${description}</p><p class="quiet">Kinds of data: ${kinds}</p><p>${read}${file}</p></li>\n`;
}

function inVain(all: readonly Found[]): Markup | undefined {
  const empty = all.filter(({ count }) => count === 0);
  if (empty.length === 0) return undefined;
  const entries = empty.map(({ contents: { section }, resource }) => {
    return markup`<li>${resource.title} (${section.connector.title}, account <bdi>${section.connection}</bdi>)</li>\n`;
  });
  return markup`<h3>Searched without a result</h3>\n<ul class="plain">${entries}</ul>\n`;
}
