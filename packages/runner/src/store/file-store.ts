import type { Box } from '../vault/box.js';
import type { Database, Queryable } from './database.js';

/** Bytes sealed and stored together; a file is a row of such parts. */
export const partBytes = 256 * 1024;

/** How large a complete file is. */
export interface FileSize {
  readonly bytes: number;
  readonly parts: number;
}

/** The identity of a record's file. */
export interface FilePlace {
  readonly taskId: string;
  readonly resource: string;
  readonly recordId: string;
}

/**
 * Binaries of records in sealed parts. Parts are written outside the transaction that completes the file; a file without
 * its row in `dsr.file` was interrupted, and is written again from the start.
 */
export class FileStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async savePart(place: FilePlace, box: Box, part: number, bytes: Buffer): Promise<void> {
    await this.#database.query(
      `insert into dsr.file_part (task_id, resource, key, part, content) values ($1, $2, $3, $4, $5)
       on conflict (task_id, resource, key, part) do update set content = excluded.content`,
      [place.taskId, place.resource, fileKey(place, box), part, box.seal(context(place, part), bytes)],
    );
  }

  async complete(place: FilePlace, box: Box, size: FileSize, connection: Queryable): Promise<void> {
    await connection.query(
      `insert into dsr.file (task_id, resource, key, size) values ($1, $2, $3, $4)
       on conflict (task_id, resource, key) do update set size = excluded.size`,
      [place.taskId, place.resource, fileKey(place, box), box.sealJson(context(place, 'size'), { ...size })],
    );
  }

  /** The file's bytes part by part; null when it was never completed. */
  async open(place: FilePlace, box: Box): Promise<AsyncIterable<Uint8Array> | null> {
    const key = fileKey(place, box);
    const { rows } = await this.#database.query<{ size: Buffer }>(
      'select size from dsr.file where task_id = $1 and resource = $2 and key = $3',
      [place.taskId, place.resource, key],
    );
    const [file] = rows;
    if (file === undefined) return null;
    const size = box.openJson(context(place, 'size'), file.size) as unknown as FileSize;
    return this.#parts(place, box, key, size.parts);
  }

  async *#parts(place: FilePlace, box: Box, key: Buffer, parts: number): AsyncGenerator<Uint8Array> {
    for (let part = 0; part < parts; part += 1) {
      const { rows } = await this.#database.query<{ content: Buffer }>(
        'select content from dsr.file_part where task_id = $1 and resource = $2 and key = $3 and part = $4',
        [place.taskId, place.resource, key, part],
      );
      yield box.open(context(place, part), rows[0]?.content ?? Buffer.alloc(0));
    }
  }
}

function fileKey(place: FilePlace, box: Box): Buffer {
  return box.digest(`file:${place.resource}:${place.recordId}`);
}

/** Binds a ciphertext to its row: neither a part nor the number of parts can be exchanged. */
function context(place: FilePlace, part: number | 'size'): string {
  return `file:${place.taskId}:${place.resource}:${place.recordId}:${part}`;
}
