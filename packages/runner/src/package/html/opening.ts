import type { RequestView } from '../../application/views/request-view.js';
import type { SectionContents } from '../contents.js';
import { markup, type Markup, type MarkupValue } from './markup.js';
import { exceptionsOf } from './outcomes.js';
import { timeMarkup } from './time.js';

/** The top of the page: what this is, for which request, what was searched. */
export function opening(request: RequestView, sections: readonly SectionContents[]): Markup {
  return markup`<header class="opening">
<p class="eyebrow">Answer to your access request</p>
<h1>Your personal data</h1>
<p class="lead">You asked what data is held about you. This page says what was found, where it was found, and what could
not be included, and leads to the data itself. It works without an internet connection.</p>
<dl class="facts">${facts(request, sections)}</dl>
${incompleteNotice(sections)}</header>
${contentsList}<main id="content">
`;
}

function facts(request: RequestView, sections: readonly SectionContents[]): readonly Markup[] {
  const { receivedAt, finishedAt } = request;
  return [
    fact('Requested', timeMarkup(Date.parse(receivedAt))),
    fact('Completed', finishedAt === null ? 'not yet' : timeMarkup(Date.parse(finishedAt))),
    fact('Services searched', searched(sections)),
    fact('Records found', totalRecords(sections).toLocaleString('en-GB')),
    fact('Reference', request.id),
  ];
}

function fact(name: string, value: MarkupValue): Markup {
  return markup`<div><dt>${name}</dt><dd>${value}</dd></div>\n`;
}

function totalRecords(sections: readonly SectionContents[]): number {
  return sections
    .flatMap(({ section, survey }) => section.resources.map(({ name }) => survey.counts(name).records))
    .reduce((sum, count) => sum + count, 0);
}

function searched(sections: readonly SectionContents[]): string {
  const titles = new Set(sections.map(({ section }) => section.connector.title));
  return titles.size === 0 ? 'none' : [...titles].join(', ');
}

function incompleteNotice(sections: readonly SectionContents[]): Markup | undefined {
  if (sections.every(({ section }) => exceptionsOf(section).length === 0)) return undefined;
  return markup`<p class="notice">Some data could not be included. “What is missing” under each service says what and
why.</p>\n`;
}

const contentsList = markup`<nav aria-label="On this page"><ul><li><a href="#found">What was found</a></li>
<li><a href="#services">Where we looked</a></li>
<li><a href="#files">What else is in this package</a></li></ul></nav>\n`;
