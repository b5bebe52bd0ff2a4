import type { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { open, type Entry, type ZipFile } from 'yauzl';

/** What lies in a zip: bytes by path, in the archive's order, and the entries' times. */
export interface Unzipped {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly times: ReadonlySet<string>;
}

/** Reads a zip with an implementation other than the one that wrote it, which checks names, sizes and checksums. */
export async function unzip(path: string): Promise<Unzipped> {
  const zip = await opened(path);
  const files = new Map<string, Buffer>();
  const times = new Set<string>();
  for (let entry = await next(zip); entry !== undefined; entry = await next(zip)) {
    files.set(entry.fileName, await buffer(await content(zip, entry)));
    times.add(entry.getLastModDate({ timezone: 'UTC' }).toISOString());
  }
  return { files, times };
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(error);
    });
  });
}

function next(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    zip.removeAllListeners();
    zip.once('entry', resolve);
    zip.once('end', () => {
      resolve(undefined);
    });
    zip.once('error', reject);
    zip.readEntry();
  });
}

function content(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) resolve(stream);
      else reject(error);
    });
  });
}
