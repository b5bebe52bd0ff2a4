import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';

const run = promisify(execFile);
const program = fileURLToPath(new URL('./package/write-large-package.mjs', import.meta.url));
const preload = new URL('./peak-memory.mjs', import.meta.url).href;
const messages = 1_000_000;
const goalMb = 300;

/** Peak memory of a process that writes a package of 1,000,000 messages, as a zip and encrypted. */
export async function measure(signal) {
  const recipient = await identityToRecipient(await generateX25519Identity());
  const zip = await measured([], signal);
  const encrypted = await measured([recipient], signal);
  return { messages, zip, encrypted, goalMb };
}

async function measured(recipients, signal) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const peak = join(folder, 'peak');
    const env = { ...process.env, PEAK_MEMORY_FILE: peak };
    const args = ['--import', preload, program, String(messages), join(folder, 'package'), ...recipients];
    const started = performance.now();
    const { stdout } = await run(process.execPath, args, { env, signal });
    const seconds = Math.round((performance.now() - started) / 1000);
    const { bytes, files } = JSON.parse(stdout);
    return { peakMb: Math.round(Number(await readFile(peak, 'utf8')) / 1024 ** 2), seconds, bytes, files };
  } finally {
    await rm(folder, { recursive: true, maxRetries: 5 });
  }
}
