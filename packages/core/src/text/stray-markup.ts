/** Nothing here reads past the next beginning of the same kind, so that many beginnings without an end are read once. */
const comment = String.raw`<!--(?!-?>)(?:(?!<!--|--!>)[^])*?-->`;
const cdata = String.raw`<!\[cdata\[((?:(?!<!\[cdata\[)[^])*?)\]\]>`;
const declaration = String.raw`<!doctype[^<>]*>|<!\[(?:if|else|endif)[^<>]*>|<\?xml[^<>]*>`;
const name = '[a-z][a-z0-9:_-]*';
/** An element of which the attributes are whole; in one without any value, several are a sentence that somebody typed. */
const element = String.raw`<(?!${name}(?:\s+[^\s=<>"'/]+){2,}\s*/?>)${name}(?=[\s/>])(?:[^"'<>]|"[^"<]*"|'[^'<]*')*>`;
const pieces = new RegExp(`${comment}|${cdata}|${declaration}|${element}|</${name}\\s*>|<`, 'gi');

/** HTML of which every `<` begins markup that ends: others would swallow words that somebody wrote. */
export function withoutStrayMarkup(html: string): string {
  return html.replace(pieces, (found, characters?: string) => {
    if (characters !== undefined) return characters.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return found === '<' ? '&lt;' : found;
  });
}
