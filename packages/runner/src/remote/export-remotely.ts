import { pipeline } from 'node:stream/promises';
import type { ServiceClient } from '@privacy-connectors/client';
import { ServiceError } from '../errors/runner-error.js';
import { replaceFile } from '../package/destination.js';
import type { WrittenPackage } from '../package/index.js';
import { translateFailure } from './translate-failure.js';
import { filesInZip, zipEndBytes } from './zip-end.js';

/** Writes the package of a request that the service keeps to `file`, all or nothing, as it arrives. */
export async function exportRemotely(
  service: ServiceClient,
  id: string,
  file: string,
): Promise<WrittenPackage> {
  let written = { bytes: 0, files: 0 };
  try {
    await replaceFile(file, async (target) => {
      const { chunks } = await service.downloadPackage(id, new AbortController().signal);
      let tail = Buffer.alloc(0);
      const noted = (async function* () {
        for await (const chunk of chunks) {
          tail = Buffer.concat([tail, chunk.subarray(-zipEndBytes)]).subarray(-zipEndBytes);
          yield chunk;
        }
      })();
      await pipeline(noted, target);
      written = { bytes: target.bytesWritten, files: filesOf(tail) };
    });
  } catch (error) {
    throw translateFailure(error);
  }
  return { file, ...written };
}

function filesOf(tail: Buffer): number {
  const files = filesInZip(tail);
  if (files !== undefined) return files;
  throw new ServiceError('What the service sent is no whole package. Try again; nothing was written.');
}
