import { readFile, writeFile } from 'node:fs/promises';
import { isMembers } from '../description/members.js';
import type { Cassette } from './cassette.js';
import type { KnownValues } from './scanning/known-values.js';
import { scanCassette } from './scanning/scan-cassette.js';

/** A cassette has something in it that must not be there. The message names places. @public */
export class CassetteRefused extends Error {
  override readonly name = 'CassetteRefused';
}

/** Reads a cassette. @throws Error naming the file when it is none of this format. @public */
export async function readCassette(file: string | URL): Promise<Cassette> {
  const text = await readFile(file, 'utf8');
  const value = parsed(text);
  if (!isMembers(value) || value['format'] !== 1 || !Array.isArray(value['exchanges'])) {
    throw new Error(`${String(file)} is no cassette of this version. Record it again.`);
  }
  return value as unknown as Cassette;
}

/**
 * Writes a cassette, a line for each exchange, after it was scanned.
 * @throws CassetteRefused naming the places of what must not be in it; nothing is written then. @public
 */
export async function writeCassette(
  file: string | URL,
  cassette: Cassette,
  known: KnownValues,
): Promise<void> {
  const findings = scanCassette(cassette, known);
  if (findings.length > 0) {
    const places = findings
      .slice(0, 10)
      .map(({ kind, pointer }) => `${kind} at ${pointer === '' ? 'an unknown place' : pointer}`);
    throw new CassetteRefused(
      `The cassette was not written, because it would tell too much: ${places.join('; ')}.`,
    );
  }
  await writeFile(file, textOf(cassette));
}

function textOf({ exchanges, ...head }: Cassette): string {
  const lines = exchanges.map((exchange) => `    ${JSON.stringify(exchange)}`).join(',\n');
  const members = JSON.stringify(head, undefined, 2).slice(0, -2);
  return `${members},\n  "exchanges": [\n${lines}\n  ]\n}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
