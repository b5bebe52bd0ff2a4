import { categoryLabels } from './category-labels.js';

/** A vendor's field name as words: `recent_pageUrl` becomes "Recent page URL". */
export function fieldLabel(name: string): string {
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s]+/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(/\b(?:id|ip|url|uuid)\b/gu, (acronym) => acronym.toUpperCase());
  if (words === '') return name === '' ? '(no name)' : name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * A data category of fideslang in plain words. One that is not in the table is named by its most specific part:
 * `user.pets.cat_name` becomes "Cat name", `user.pets.private` "Private pets".
 */
export function categoryLabel(category: string): string {
  return categoryLabels[category] ?? unknownLabel(category);
}

function unknownLabel(category: string): string {
  const [last = category, broader] = category.split('.').reverse();
  const words =
    /^(?:private|public|other)$/u.test(last) && broader !== undefined ? `${last} ${broader}` : last;
  return fieldLabel(words);
}
