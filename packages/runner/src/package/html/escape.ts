const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Explicit direction changes: they could reorder text outside their own. Each text gets its direction from `dir="auto"`. */
const directionControls = /[\u202A-\u202E\u2066-\u2069]/g;
/** Control characters but tab and line feed, unpaired surrogates, and two code points HTML forbids. */
const controls = /[^\P{Cc}\t\n]|[\p{Cs}\uFFFE\uFFFF]/gu;

/** Text for HTML, {@link cleaned}, inside elements and inside quoted attributes alike. */
export function escapeHtml(text: string): string {
  return cleaned(text).replace(/[&<>"'`]/g, (character) => entities[character] ?? '');
}

/** Line ends become line feeds, direction controls are dropped, other control characters are shown as U+FFFD. */
export function cleaned(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(directionControls, '')
    .replace(controls, '\uFFFD');
}
