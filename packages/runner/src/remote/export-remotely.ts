import { pipeline } from 'node:stream/promises';
import type { ServiceClient } from '@privacy-connectors/client';
import { ServiceError } from '../errors/runner-error.js';
import { replaceFile } from '../package/destination.js';
import { encrypted, encrypterFor, type WrittenPackage } from '../package/index.js';
import { translateFailure } from './translate-failure.js';
import { filesInZip, zipEndBytes } from './zip-end.js';

/** Which package, where to, and the public keys of age that it is encrypted to. */
interface WantedPackage {
  readonly id: string;
  readonly file: string;
  readonly recipients: readonly string[];
}

/** Writes the package of a request that the service keeps to a file, all or nothing, as it arrives. */
export async function exportRemotely(
  service: ServiceClient,
  { id, file, recipients }: WantedPackage,
): Promise<WrittenPackage> {
  const encrypter = await encrypterFor(recipients);
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
      await pipeline(encrypter === undefined ? noted : encrypted(noted, encrypter), target);
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
