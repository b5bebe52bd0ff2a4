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
 * A data category of fideslang in words, by its most specific part: `user.contact.phone_number` becomes "phone number",
 * `user.content.private` "private content".
 */
export function categoryLabel(category: string): string {
  const [last = category, broader] = category.split('.').reverse();
  const words =
    /^(?:private|public|other)$/u.test(last) && broader !== undefined ? `${last} ${broader}` : last;
  return words.replace(/_/gu, ' ');
}
