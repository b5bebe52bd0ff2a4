/** Where the page of a number, from 1 on, lies in the package. */
export function pagePath(number: number): string {
  return `pages/page-${String(number).padStart(4, '0')}.html`;
}

/** A link that is relative to the root of the package, for use on a page in `pages/`. */
export function fromPages(link: string): string {
  return `../${link}`;
}
