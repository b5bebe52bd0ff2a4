const fencedCode = /^(`{3,}|~{3,})[^]*?^\1/gm;
const sectionHeading = /^(?:#{1,2}\s|(?:=+|-+)\s*$)/m;

/**
 * What its authors wrote by hand; empty, and then left out, when they wrote nothing.
 * @throws Error when a heading of the notes would look like a section of the page.
 */
export function notes({ notes: words, packageJson }) {
  if (words === undefined) return '';
  if (sectionHeading.test(words.replaceAll(fencedCode, ''))) {
    throw new Error(
      `The headings in docs/notes.md of ${packageJson.name} must be of the third level (###) or deeper.`,
    );
  }
  return words.trim();
}
