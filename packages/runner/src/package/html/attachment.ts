import { linkTo } from '../file-names.js';
import type { PackagedFile } from '../jsonl.js';
import type { PackageRecord } from '../package-source.js';
import type { Enclosure } from './enclosure.js';
import { markup, type Markup } from './markup.js';
import { fromPages } from './page-path.js';
import { redactionNote } from './redaction.js';

/** The files of one record. */
export function filesEnclosure(title: string): Enclosure {
  const open = markup`<ul class="files" role="list" aria-label="${title}">\n`;
  return { open, reopen: open, close: markup`</ul>\n` };
}

/** One file as a link into the package, or the plain statement that it is missing. */
export function fileEnclosure(record: PackageRecord, packaged: PackagedFile | undefined): Enclosure {
  const open = markup`<li data-entry>${fileMarkup(record, packaged)}`;
  return { open, reopen: open, close: markup`</li>\n` };
}

/** Also used where a record of another kind carries a file. */
export function fileMarkup(record: PackageRecord, packaged: PackagedFile | undefined): Markup {
  const { id, title, file, redaction } = record;
  if (redaction?.withheld !== undefined) return markup`${redactionNote(redaction)}`;
  const given = file?.name ?? title ?? id;
  const name = given === '' ? 'Unnamed file' : given;
  if (packaged === undefined) {
    return markup`<bdi>${name}</bdi> <span class="quiet">could not be retrieved</span>`;
  }
  const details = markup`<span class="quiet">${file?.mediaType}, ${sizeText(packaged.bytes)}</span>`;
  return markup`${linkOrPlace(name, packaged.path)} ${details}${preview(name, packaged)}`;
}

/** Kinds of files that no browser takes for a page: all others could hold a program, so that a click must not run them. */
const harmless =
  /\.(?:png|jpe?g|gif|webp|avif|bmp|tiff?|heic|pdf|txt|csv|tsv|json|log|md|rtf|docx?|xlsx?|pptx?|odt|ods|odp|mp3|m4a|ogg|wav|mp4|mov|webm|zip|gz|7z|eml|ics|vcf)$/iu;

function linkOrPlace(name: string, path: string): Markup {
  if (harmless.test(path)) {
    return markup`<a href="${fromPages(linkTo(path))}" rel="noopener noreferrer"><bdi>${name}</bdi></a>`;
  }
  return markup`<bdi>${name}</bdi> <span class="quiet">(lies in this package as <code>${path}</code>; files of this
kind can run programs, so open it with care)</span>`;
}

/** Bytes; larger pictures are only linked. */
const largestPreview = 10_000_000;

function preview(name: string, { path, bytes, picture }: PackagedFile): Markup | undefined {
  if (!picture || bytes > largestPreview) return undefined;
  const address = fromPages(linkTo(path));
  return markup`<img class="preview" src="${address}" alt="Preview of ${name}" loading="lazy" decoding="async">`;
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} bytes`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(0)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
