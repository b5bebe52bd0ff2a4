import type { StoredFile } from './hashed-content.js';
import type { PackageRecord } from './package-source.js';
import { isoTime } from './times.js';

/** An attachment as it lies in the package. */
export interface PackagedFile extends StoredFile {
  readonly path: string;
}

/**
 * One record as one line: `{id, data, parent?, occurredAt?, author?, title?, text?, file?, redaction?}`. `file` names path, bytes and
 * sha256 only when the package has it.
 */
export function jsonLine(record: PackageRecord, packaged: PackagedFile | undefined): string {
  const { id, data, parent, author, title, text, file, redaction } = record;
  const line = {
    ...{ id, data, parent, occurredAt: isoTime(record.occurredAt), author, title, text },
    file: file && { name: file.name, mediaType: file.mediaType, ...placeOf(packaged) },
    redaction,
  };
  return `${JSON.stringify(line).replace(lineSeparators, escaped)}\n`;
}

function placeOf(packaged: PackagedFile | undefined): object | undefined {
  return packaged && { bytes: packaged.bytes, sha256: packaged.sha256, path: packaged.path };
}

/** Legal within JSON strings, but many readers split lines at them. */
const lineSeparators = /[\u0085\u2028\u2029]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
