import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { isMembers } from './members.js';

/** Reads an OpenAPI document in YAML or JSON. @throws Error when it is neither. @public */
export async function readOpenapi(file: string | URL): Promise<object> {
  const document: unknown = parse(await readFile(file, 'utf8'));
  if (isMembers(document)) return document;
  throw new Error(`${String(file)} is no OpenAPI document.`);
}
