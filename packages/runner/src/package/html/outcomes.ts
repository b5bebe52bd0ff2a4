import type { OutcomeView } from '../../application/views/task-view.js';
import type { PackageSection } from '../package-source.js';
import { markup, type Markup } from './markup.js';

const words: { readonly [Word in OutcomeView['outcome']]: string } = {
  exported: 'handed over in this package',
  deleted: 'deleted',
  redacted: 'had the personal values in it removed',
  not_found: 'not found',
  pending: 'not yet confirmed by the service',
  retained: 'kept, for a legal reason',
  blocked: 'could not be collected until somebody acts',
  refused: 'not handed over, because the service or a rule refuses',
  failed: 'could not be collected, because of an error',
  unverified: 'accepted by the service but never confirmed',
  skipped: 'left out',
};

/** Outcomes a reader must know of: all that are not "here it is" or "there was nothing". */
export function exceptionsOf({ outcomes }: PackageSection): readonly OutcomeView[] {
  return outcomes.filter(
    ({ outcome, count }) => outcome !== 'exported' && !(outcome === 'not_found' && count === 0),
  );
}

/** One exception in plain words, e.g. "Attachments: 2 could not be collected, because of an error." */
export function exceptionItem(
  section: PackageSection,
  { resource, outcome, count, reason }: OutcomeView,
): Markup {
  const title = section.resources.find(({ name }) => name === resource)?.title ?? resource;
  const number = count > 0 ? markup`${count} ` : undefined;
  const why = reason === undefined ? undefined : markup` <span dir="auto">${reason}</span>`;
  return markup`<li><strong>${title}:</strong> ${number}${words[outcome]}.${why}</li>\n`;
}
