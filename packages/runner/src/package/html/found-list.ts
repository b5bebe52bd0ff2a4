import type { SectionContents } from '../contents.js';
import { dataPath, linkTo } from '../file-names.js';
import type { PackageSection } from '../package-source.js';
import { categoryLabel } from './label.js';
import { markup, type Markup } from './markup.js';

/** How many records of each kind were found, what they tell, and where they lie completely. */
export function foundList(contents: SectionContents): Markup {
  const entries = contents.section.resources.map((resource) => entry(contents, resource));
  return markup`<h3>What was found</h3>
<ul class="found" role="list">${entries}</ul>\n`;
}

function entry({ section, survey }: SectionContents, resource: PackageSection['resources'][number]): Markup {
  const { name, title, description, dataCategories } = resource;
  const count = survey.counts(name).records;
  const kinds = dataCategories.length === 0 ? 'not classified' : dataCategories.map(categoryLabel).join(', ');
  return markup`<li><p class="count"><strong>${count.toLocaleString('en-GB')}</strong> ${title}</p>
<p>${description}</p><p class="quiet">Kinds of data: ${kinds}</p>
<p class="quiet">Complete records: <a href="${linkTo(dataPath(section.connection, name))}">${name}.jsonl</a></p></li>\n`;
}
