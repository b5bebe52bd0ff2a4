import type { RequestView } from '../../application/views/request-view.js';
import type { SectionContents } from '../contents.js';
import type { PackageSection } from '../package-source.js';
import type { SectionSurvey } from '../survey.js';
import type { DataPage } from './data-page.js';
import { markup, type Markup } from './markup.js';
import { exceptionItem, exceptionsOf } from './outcomes.js';
import { redactionSummary } from './redaction.js';
import { daysMarkup } from './time.js';

/** One connection in the overview: how much it gave, on which pages, what is missing and what cannot be had. */
export function serviceSection(
  { section, survey }: SectionContents,
  pages: readonly DataPage[],
  type: RequestView['type'],
): Markup {
  const count = section.resources.reduce((sum, { name }) => sum + survey.counts(name).records, 0);
  const records = count === 1 ? '1 record' : `${count.toLocaleString('en-GB')} records`;
  return markup`<section class="connection"><h3>${section.connector.title}</h3>
<p class="meta">Account <bdi>${section.connection}</bdi> · ${records}</p>
${pageList(section, pages)}${missing(section)}${leftOut(section, survey)}${notCovered(section, type)}</section>\n`;
}

function pageList(
  { resources, connector, connection }: PackageSection,
  pages: readonly DataPage[],
): Markup | undefined {
  if (pages.length === 0) return undefined;
  const entries = pages.map((page) => {
    const titles = resources.filter(({ name }) => page.resources.has(name)).map(({ title }) => title);
    const days = page.times === undefined ? undefined : daysMarkup(...page.times);
    const when = days === undefined ? undefined : markup`, ${days}`;
    return markup`<li><a href="${page.path}">Page ${page.place.part}</a>
<span class="quiet">${titles.join(', ')}${when}</span></li>\n`;
  });
  return markup`<nav aria-label="Pages of ${connector.title}, account ${connection}"><ul class="pages">${entries}</ul></nav>\n`;
}

function missing(section: PackageSection): Markup | undefined {
  const exceptions = exceptionsOf(section);
  if (exceptions.length === 0) return undefined;
  return markup`<div class="notice"><h4>What is missing</h4>
<ul>${exceptions.map((exception) => exceptionItem(section, exception))}</ul></div>\n`;
}

function leftOut({ redaction }: PackageSection, survey: SectionSurvey): Markup | undefined {
  return redaction && redactionSummary(survey.withheld, survey.replaced, redaction.basis);
}

function notCovered(section: PackageSection, type: RequestView['type']): Markup | undefined {
  const applying = section.notCovered.filter(({ capability }) => capability === type);
  if (applying.length === 0) return undefined;
  const entries = applying.map(({ what, why }) => markup`<div><dt>${what}</dt><dd>${why}</dd></div>\n`);
  return markup`<h4>What ${section.connector.title} may hold that is not in this package</h4>
<dl class="gaps">${entries}</dl>\n`;
}
