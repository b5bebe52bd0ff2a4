import { linkTo } from '../file-names.js';
import type { PackagedFile } from '../jsonl.js';
import type { PackageRecord } from '../package-source.js';
import type { Enclosure } from './enclosure.js';
import { markup, type Markup } from './markup.js';

/** The files of one record. */
export function filesEnclosure(title: string): Enclosure {
  return { open: markup`<ul class="files" role="list" aria-label="${title}">\n`, close: markup`</ul>\n` };
}

/** One file as a link into the package, or the plain statement that it is missing. */
export function fileEnclosure(record: PackageRecord, packaged: PackagedFile | undefined): Enclosure {
  return { open: markup`<li>${fileMarkup(record, packaged)}`, close: markup`</li>\n` };
}

/** Also used where a record of another kind carries a file. */
export function fileMarkup({ id, title, file }: PackageRecord, packaged: PackagedFile | undefined): Markup {
  const name = file?.name ?? title ?? id;
  const shown = markup`<bdi>${name === '' ? 'Unnamed file' : name}</bdi>`;
  if (packaged === undefined) return markup`${shown} <span class="quiet">could not be retrieved</span>`;
  const details = markup`<span class="quiet">${file?.mediaType}, ${sizeText(packaged.bytes)}</span>`;
  return markup`<a href="${linkTo(packaged.path)}" rel="noopener noreferrer">${shown}</a> ${details}`;
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} bytes`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(0)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
