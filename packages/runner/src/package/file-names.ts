import { createHash } from 'node:crypto';

/**
 * Names that every common file system takes, built from text a vendor or a stranger wrote. Two different inputs never
 * give the same name, also where a file system ignores case: what had to be changed is told apart by a hash behind `~`,
 * a character that unchanged names cannot have.
 */

const plainFolder = /^[0-9a-z][0-9a-z_-]{0,63}$/;
const plainIdentifier = /^[0-9a-z][0-9a-z-]{0,63}$/;
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
const longestName = 120;

/** The name of a folder or of a `.jsonl` file, e.g. of a connection or a resource. */
export function folderName(value: string): string {
  return plainFolder.test(value) && !reserved.test(value) ? value : distinct(value);
}

/** Where the rows of a resource lie in the package. */
export function dataPath(connection: string, resource: string): string {
  return `data/${folderName(connection)}/${folderName(resource)}.jsonl`;
}

/** Where the JSON Schema of a resource's rows lies in the package. */
export function schemaPath(connection: string, resource: string): string {
  return `schemas/${folderName(connection)}/${folderName(resource)}.schema.json`;
}

/** What an attachment's path is made of; `name` is the vendor's file name, whatever it holds. */
export interface AttachmentName {
  readonly connection: string;
  /** Named only where a connection has several resources with files. */
  readonly resource: string | undefined;
  readonly recordId: string;
  readonly name: string;
}

/**
 * Where an attachment lies in the package: `attachments/<connection>/[<resource>_]<record id>_<file name>`. The
 * record id makes it unique; the file name is for the reader and keeps its extension.
 */
export function attachmentPath({ connection, resource, recordId, name }: AttachmentName): string {
  const prefix = resource === undefined ? '' : `${identifierName(resource)}_`;
  const unique = `${prefix}${identifierName(recordId)}`;
  return `attachments/${folderName(connection)}/${unique}_${readableName(name)}`;
}

/** A relative link to a file of the package. */
export function linkTo(path: string): string {
  return path
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/[!'()*]/g, percentEncoded);
}

/** The vendor's file name without anything a file system, a shell or a reader could be misled by. */
export function readableName(name: string): string {
  const [stem, extension] = splitExtension(cleaned(name));
  const kept = truncated(stem, longestName - extension.length);
  return `${kept === '' ? 'file' : kept}${extension}`;
}

/** `encodeURIComponent` leaves some reserved characters of RFC 3986 as they are. */
function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function identifierName(value: string): string {
  return plainIdentifier.test(value) ? value : distinct(value);
}

function distinct(value: string): string {
  const slug = value
    .toLowerCase()
    .replace(/[^0-9a-z]+/gu, '-')
    .replace(/^-+/u, '')
    .slice(0, 40);
  const hash = createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
  return `${slug}~${hash}`;
}

/** Control, format (bidi), private and unpaired characters go; what file systems or shells reserve becomes a hyphen. */
function cleaned(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\p{C}+/gu, '')
    .replace(/[\p{Z}\s]+/gu, ' ')
    .replace(/[\\/:*?"<>|%#`$~]+/gu, '-')
    .replace(/^[-. ]+|[. ]+$/gu, '');
}

function splitExtension(name: string): [stem: string, extension: string] {
  const found = /^(.*?)[. ]*(\.[0-9A-Za-z]{1,16})$/u.exec(name);
  return found === null ? [name, ''] : [found[1] ?? '', found[2] ?? ''];
}

/** Cut at a character, not within one; `limit` is in bytes of UTF-8, as file systems count. */
function truncated(text: string, limit: number): string {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > limit) break;
    kept += character;
  }
  return kept.replace(/[. ]+$/u, '');
}
