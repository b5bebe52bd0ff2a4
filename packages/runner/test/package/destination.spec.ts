import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../src/errors/runner-error.js';
import { attachment, chatResources } from './support/chat-records.js';
import { each, memorySection, memorySource, request } from './support/memory-source.js';
import type { PackageSource } from '../../src/package/package-source.js';
import { Archive } from '../../src/package/archive.js';
import { replaceFile } from '../../src/package/destination.js';
import { withTemporaryFolder } from './support/temporary-folder.js';
import { writePackage } from '../../src/package/write-package.js';

const empty = memorySource({ resources: chatResources, records: [] });

/** A source whose only file breaks off after a megabyte; `released` tells whether its reader was let go. */
function breakingSource(state: { released: boolean }): PackageSource {
  const section = memorySection({ resources: chatResources, records: [attachment('a', 'm', 'a.bin')] });
  return { request, sections: [{ ...section, file: () => breakingFile(state) }] };
}

async function* breakingFile(state: { released: boolean }): AsyncGenerator<Uint8Array> {
  try {
    yield* each(Array.from({ length: 16 }, () => new Uint8Array(65_536)));
    throw new Error('the ciphertext was changed');
  } finally {
    state.released = true;
  }
}

describe('the place of a package', () => {
  it('is a file that only its owner reads', async () => {
    await withTemporaryFolder(async (folder) => {
      const { bytes } = await writePackage(empty, join(folder, 'p.zip'));
      const found = await stat(join(folder, 'p.zip'));
      expect(found.mode & 0o777).toBe(0o600);
      expect(found.size).toBe(bytes);
      expect(await readdir(folder)).toEqual(['p.zip']);
    });
  });

  it('stays empty when the source fails midway', async () => {
    await withTemporaryFolder(async (folder) => {
      const state = { released: false };
      await expect(writePackage(breakingSource(state), join(folder, 'p.zip'))).rejects.toThrow(
        'the ciphertext was changed',
      );
      expect(await readdir(folder)).toEqual([]);
      expect(state.released).toBe(true);
    });
  });

  it('keeps an existing file until the new one is complete', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = join(folder, 'p.zip');
      await writeFile(file, 'older package');
      await expect(writePackage(breakingSource({ released: false }), file)).rejects.toThrow();
      expect(await readFile(file, 'utf8')).toBe('older package');
      await writePackage(empty, file);
      expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
    });
  });

  it('fails with the way out when the folder is missing or a folder has the name', async () => {
    await withTemporaryFolder(async (folder) => {
      await mkdir(join(folder, 'p.zip'));
      await writeFile(join(folder, 'file'), '');
      const missing = writePackage(empty, join(folder, 'none', 'p.zip'));
      await expect(missing).rejects.toThrow(/folder for the file does not exist: create it/);
      await expect(writePackage(empty, join(folder, 'file', 'p.zip'))).rejects.toThrow(InputError);
      await expect(writePackage(empty, join(folder, 'p.zip'))).rejects.toThrow(/Name a file/);
    });
  });

  it('says so when the disk is full', async () => {
    await withTemporaryFolder(async (folder) => {
      const full = Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' });
      const failing = replaceFile(join(folder, 'p.zip'), () => Promise.reject(full));
      await expect(failing).rejects.toThrow(/disk is full: free some space/);
      expect(await readdir(folder)).toEqual([]);
    });
  });

  it('lets go of the source when the disk fails', async () => {
    const state = { released: false };
    const archive = new Archive(brokenDisk(), new Date());
    await expect(archive.add('a.bin', breakingFile(state))).rejects.toThrow('input/output error');
    await expect(archive.add('b.bin', breakingFile(state))).rejects.toThrow('input/output error');
    await archive.abort();
    expect(state.released).toBe(true);
  });
});

function brokenDisk(): Writable {
  return new Writable({
    write(_chunk, _encoding, done) {
      done(new Error('input/output error'));
    },
  });
}
