import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

/** Every file of a zip, by its name. */
export async function readPackage(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await yauzl.openPromise(path);
  const files = new Map<string, Buffer>();
  try {
    for await (const entry of zip.eachEntry()) {
      files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    }
    return files;
  } finally {
    zip.close();
  }
}

/** The records of one resource in a package, one per line. */
export function recordsOf(files: ReadonlyMap<string, Buffer>, connection: string, resource: string) {
  const lines =
    files.get(`data/${connection}/${resource}.jsonl`)?.toString('utf8').trimEnd().split('\n') ?? [];
  return lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; file?: { path: string } });
}
