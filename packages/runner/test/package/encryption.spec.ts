import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  Decrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { InputError } from '../../src/errors/runner-error.js';
import { encrypted } from '../../src/package/encrypted.js';
import type { PackageSource } from '../../src/package/package-source.js';
import { PackageStream } from '../../src/package/package-stream.js';
import { encrypterFor } from '../../src/package/recipients.js';
import { writePackage } from '../../src/package/write-package.js';
import { attachment, chatResources, contact } from './support/chat-records.js';
import { each, memorySection, memorySource, request } from './support/memory-source.js';
import { withTemporaryFolder } from './support/temporary-folder.js';
import { unzip } from './support/unzip.js';

const source = memorySource({
  resources: chatResources,
  records: [contact('c', { name: 'Ada' }), attachment('a', 'm', 'long.bin')],
  files: new Map([['a', Buffer.alloc(300_000, 'Ada')]]),
});

async function decrypted(file: string, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(await readFile(file));
}

describe('a package with recipients', () => {
  it('is the very zip for each of them, and for nobody else', async () => {
    const identities = [await generateX25519Identity(), await generateHybridIdentity()];
    const recipients = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
    await withTemporaryFolder(async (folder) => {
      const file = join(folder, 'p.zip.age');
      const written = await writePackage(source, file, recipients);
      const bytes = await readFile(file);
      expect(written.bytes).toBe(bytes.length);
      expect(bytes.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/);
      for (const identity of identities) {
        await writeFile(join(folder, 'p.zip'), await decrypted(file, identity));
        const { files } = await unzip(join(folder, 'p.zip'));
        expect(files.size).toBe(written.files);
        expect(String(files.get('data/drift-main/contacts.jsonl'))).toContain('Ada');
      }
      await expect(decrypted(file, await generateX25519Identity())).rejects.toThrow();
    });
  });

  it.each([
    ['nothing at all', ''],
    ['a mistyped key', 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq7zmp3e'],
    ['a key of another kind', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ'],
    ['an address', 'jane@example.org'],
  ])('is not written for %s, and the error does not repeat it', async (_what, recipient) => {
    await withTemporaryFolder(async (folder) => {
      const failure: unknown = await writePackage(source, join(folder, 'p.age'), [recipient]).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(InputError);
      expect(String(failure)).toMatch(/no key of age, or was mistyped.*begins with age1\.$/);
      if (recipient !== '') expect(String(failure)).not.toContain(recipient);
      expect(await readdir(folder)).toEqual([]);
    });
  });

  it('is refused for a secret key, with the advice to replace it', async () => {
    await expect(encrypterFor([await generateX25519Identity()])).rejects.toThrow(/secret key.*replaced/);
  });

  it('is refused for too many', async () => {
    const recipient = await identityToRecipient(await generateX25519Identity());
    await expect(encrypterFor(Array<string>(11).fill(recipient))).rejects.toThrow(/10 recipients at most/);
  });

  it('is not written when the source fails midway, and the cause is told', async () => {
    const recipient = await identityToRecipient(await generateX25519Identity());
    const section = memorySection({ resources: chatResources, records: [attachment('a', 'm', 'a.bin')] });
    const failing: PackageSource = { request, sections: [{ ...section, file: broken }] };
    await withTemporaryFolder(async (folder) => {
      const writing = writePackage(failing, join(folder, 'p.zip.age'), [recipient]);
      await expect(writing).rejects.toThrow('the ciphertext was changed');
      expect(await readdir(folder)).toEqual([]);
    });
  });

  it('is read no further ahead than it is taken', async () => {
    const encrypter = await encrypterFor([await identityToRecipient(await generateX25519Identity())]);
    let read = 0;
    const endless = (async function* () {
      for (;;) {
        read += 1;
        yield await Promise.resolve(new Uint8Array(65_536));
      }
    })();
    const output = encrypted(endless, encrypter!);
    for (let taken = 0; taken < 20; taken += 1) await output.next();
    expect(read).toBeLessThan(30);
    await output.return(undefined);
    expect((await endless.next()).done).toBe(true);
  });
});

async function* broken(): AsyncGenerator<Uint8Array> {
  yield* each(Array.from({ length: 16 }, () => new Uint8Array(65_536)));
  throw new Error('the ciphertext was changed');
}

describe('the version of a package', () => {
  it('changes with the library that compresses, since its bytes do', () => {
    const before = new PackageStream(source).version;
    expect(new PackageStream(source).version).toBe(before);
    const versions = process.versions;
    Object.defineProperty(process, 'versions', { value: { ...versions, zlib: '0.0.1' }, configurable: true });
    try {
      expect(new PackageStream(source).version).not.toBe(before);
    } finally {
      Object.defineProperty(process, 'versions', { value: versions, configurable: true });
    }
  });
});
