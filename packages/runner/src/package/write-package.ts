import type { Writable } from 'node:stream';
import { Archive } from './archive.js';
import { toChunks } from './chunks.js';
import { SectionContents } from './contents.js';
import { replaceFile } from './destination.js';
import { packagePage } from './html/page.js';
import { manifestText } from './manifest.js';
import type { PackageSource } from './package-source.js';

/** What was written: the file's path as given, its size in bytes and the number of files in it. */
export interface WrittenPackage {
  readonly file: string;
  readonly bytes: number;
  readonly files: number;
}

/**
 * Writes an access request's package as a zip: `manifest.json`, `index.html`, `data/<connection>/<resource>.jsonl` and
 * `attachments/<connection>/…`. It is streamed: neither the package nor any file of it is held in memory. `file` is
 * written beside its place with mode 0600 and moved there when complete; an existing `file` is replaced only then.
 * @throws {@link InputError} when `file` cannot be written; whatever the source throws.
 */
export async function writePackage(source: PackageSource, file: string): Promise<WrittenPackage> {
  let written = { bytes: 0, files: 0 };
  await replaceFile(file, async (target) => {
    const files = await fillPackage(source, target);
    written = { bytes: target.bytesWritten, files };
  });
  return { file, ...written };
}

/** Writes the package to `target` and ends it; the number of files in it. The same source gives the same bytes. */
export async function fillPackage(source: PackageSource, target: Writable): Promise<number> {
  const archive = new Archive(target, timeOf(source));
  try {
    await addEverything(source, archive);
    await archive.finish();
  } catch (error) {
    await archive.abort();
    throw error;
  }
  return archive.files.size;
}

/** Attachments come first and the manifest last, because each later file tells hashes or counts of earlier ones. */
async function addEverything({ request, sections }: PackageSource, archive: Archive): Promise<void> {
  const contents = sections.map((section) => new SectionContents(section, archive));
  for (const content of contents) await content.writeAttachments();
  for (const content of contents) await content.writeData();
  await archive.add('index.html', toChunks(packagePage(request, contents)));
  await archive.add('manifest.json', toChunks(manifestText(request, contents, archive.files)));
}

function timeOf({ request }: PackageSource): Date {
  return new Date(request.finishedAt ?? request.receivedAt);
}
