import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { repository } from '../support/repository.js';
import { withTemporaryFolder } from './support/temporary-folder.js';

const run = promisify(execFile);
const program = join(repository, 'tools', 'bench', 'package', 'write-large-package.mjs');
const messages = 25_000;
const heapMegabytes = 40;

describe('a package of 25,000 messages', () => {
  it('is written and encrypted by a process that has 40 MB for objects', async () => {
    const recipient = await identityToRecipient(await generateX25519Identity());
    await withTemporaryFolder(async (folder) => {
      const limit = `--max-old-space-size=${String(heapMegabytes)}`;
      const file = join(folder, 'package.zip.age');
      const env = { ...process.env, NODE_OPTIONS: '' };
      const { stdout } = await run(process.execPath, [limit, program, String(messages), file, recipient], {
        env,
      });
      const written = JSON.parse(stdout) as { readonly files: number };
      expect(written.files).toBeGreaterThan(15);
    });
  });
});
