import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasCode } from '../config/has-code.js';

/**
 * Checkpoints in the data folder, one compact JWS a line, the newest last. Who can change the database cannot change them, so
 * they tell of entries that were cut off. Copy the file elsewhere to be safe from who can change both.
 */
export class KeptCheckpoints {
  readonly #file: string;

  constructor(home: string) {
    this.#file = join(home, 'audit', 'checkpoints.jws');
  }

  /** Undefined when there is none. */
  newest(): string | undefined {
    return newestOf(this.#read());
  }

  /** Adds one durably; after a line that a crash cut off, on a new one. */
  add(jws: string): void {
    mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
    const isCutOff = !/(?:^|\n)$/.test(this.#read());
    const file = openSync(this.#file, 'a', 0o600);
    try {
      writeSync(file, `${isCutOff ? '\n' : ''}${jws}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  #read(): string {
    try {
      return readFileSync(this.#file, 'utf8');
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return '';
      throw error;
    }
  }
}

/** The newest checkpoint of a file that holds one a line; what stands after the last line break was not written in full. */
export function newestOf(text: string): string | undefined {
  return text
    .split('\n')
    .slice(0, -1)
    .findLast((line) => line.trim() !== '')
    ?.trim();
}
