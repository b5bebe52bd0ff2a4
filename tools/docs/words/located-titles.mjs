import { text } from '../markdown/text.mjs';
import { enumeration } from './enumeration.mjs';

/** The kinds of data that are found from an identifier, as words of a sentence. */
export function locatedTitles({ resources }) {
  const located = Object.values(resources).filter(({ lookup }) => lookup === 'locate');
  return enumeration(located.map(({ title }) => text(title).toLowerCase()));
}
