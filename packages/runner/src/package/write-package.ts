import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { types } from 'node:util';
import type { Encrypter } from 'age-encryption';
import { Archive } from './archive.js';
import { toChunks } from './chunks.js';
import { SectionContents } from './contents.js';
import { replaceFile } from './destination.js';
import { encrypted } from './encrypted.js';
import { writeDataPages } from './html/data-pages.js';
import { overviewPage } from './html/overview.js';
import { manifestText } from './manifest.js';
import type { PackageSource } from './package-source.js';
import { encrypterFor } from './recipients.js';

/** What was written: the file's path as given, its size in bytes and the number of files in it. */
export interface WrittenPackage {
  readonly file: string;
  readonly bytes: number;
  readonly files: number;
}

/**
 * Writes an access request's package as a zip: `manifest.json`, `index.html`, `pages/`, `data/<connection>/<resource>.jsonl`,
 * `schemas/<connection>/<resource>.schema.json` and `attachments/<connection>/…`. It is streamed: neither the package nor any file of it is held in memory. `file` is
 * written beside its place with mode 0600 and moved there when complete; an existing `file` is replaced only then. With
 * recipients (public keys of age) the whole zip is encrypted to them, on its way, and touches no disk in clear. `onWritten` is
 * awaited when it is complete, before it is moved: it is not handed over when that fails.
 * @throws {@link InputError} when `file` cannot be written, or a recipient is none; whatever the source throws.
 */
export async function writePackage(
  source: PackageSource,
  file: string,
  recipients: readonly string[] = [],
  onWritten: (written: WrittenPackage) => Promise<void> = () => Promise.resolve(),
): Promise<WrittenPackage> {
  const encrypter = await encrypterFor(recipients);
  let written = { file, bytes: 0, files: 0 };
  await replaceFile(file, async (target) => {
    const files = await (encrypter === undefined
      ? fillPackage(source, target)
      : fillEncrypted(source, target, encrypter));
    written = { file, bytes: target.bytesWritten, files };
    await onWritten(written);
  });
  return written;
}

async function fillEncrypted(source: PackageSource, target: Writable, encrypter: Encrypter): Promise<number> {
  const clear = new PassThrough();
  const filling = fillPackage(source, clear);
  const [filled, sent] = await Promise.allSettled([filling, pipeline(encrypted(clear, encrypter), target)]);
  if (filled.status === 'fulfilled' && sent.status === 'fulfilled') return filled.value;
  throw firstCause(filled, sent);
}

/** When one end of a pipe fails, the other ends early: what failed by itself is the cause. */
function firstCause(...ends: readonly PromiseSettledResult<unknown>[]): unknown {
  const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  return reasons.find((reason) => !isEarlyEnd(reason)) ?? reasons[0];
}

const earlyEnds: readonly unknown[] = ['ABORT_ERR', 'ERR_STREAM_PREMATURE_CLOSE'];

function isEarlyEnd(reason: unknown): boolean {
  return types.isNativeError(reason) && 'code' in reason && earlyEnds.includes(reason.code);
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
  const pages = await writeDataPages(contents, archive);
  await archive.add('index.html', toChunks(overviewPage(request, pages)));
  await archive.add('manifest.json', toChunks(manifestText(request, contents, archive.files)));
  for (const { section, survey } of contents) {
    await section.made?.({ withheld: survey.withheldByResource, replaced: survey.replaced });
  }
}

function timeOf({ request }: PackageSource): Date {
  return new Date(request.finishedAt ?? request.receivedAt);
}
