import { readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError, errorCode } from './errors.js';
import { identify, isAlive } from './process-identity.js';

const free = 'free';
const pollMilliseconds = 15;
const patienceMilliseconds = 300_000;
/** Old generations stay for a while: a directory listing that runs during changes must never miss every high one. */
const keptGenerations = 10;

/**
 * Runs `action` while no other process (and no other caller in this process) runs one under the same lock directory.
 *
 * The directory holds numbered generations, each a symbolic link whose target names its owner or says `free`. Making
 * a link is atomic and exclusive, and the highest number is never removed: only the maker of the next number owns
 * the lock, and only when the owner of the highest has freed it or died. So a dead owner never blocks, and two
 * processes that find the same dead owner cannot both take its place.
 *
 * @throws EmbeddedPostgresError when a living process keeps the lock for five minutes.
 */
export async function withFolderLock<T>(directory: string, action: () => Promise<T>): Promise<T> {
  const generation = await acquire(directory);
  try {
    return await action();
  } finally {
    release(directory, generation);
  }
}

async function acquire(directory: string): Promise<number> {
  const deadline = Date.now() + patienceMilliseconds;
  const self = identify(process.pid) ?? String(process.pid);
  for (;;) {
    const generation = tryAcquire(directory, self);
    if (generation !== undefined) return generation;
    if (Date.now() > deadline) throw new EmbeddedPostgresError(busy);
    await sleep(pollMilliseconds);
  }
}

const busy =
  'Another process has been busy with the embedded PostgreSQL for five minutes: end the other dsr commands and try again.';

function tryAcquire(directory: string, self: string): number | undefined {
  const highest = highestGeneration(directory);
  if (highest > 0 && isHeld(directory, highest)) return undefined;
  const next = highest + 1;
  if (!makeLink(directory, next, self)) return undefined;
  if (highestGeneration(directory) === next) return next;
  // The listing was older than we thought: others have come and gone since.
  rmSync(join(directory, String(next)), { force: true });
  return undefined;
}

function release(directory: string, generation: number): void {
  // A folder deleted under us has no lock left to free.
  if (highestGeneration(directory) === generation) makeLink(directory, generation + 1, free);
  for (const old of generations(directory)) {
    if (old <= generation - keptGenerations) rmSync(join(directory, String(old)), { force: true });
  }
}

function isHeld(directory: string, generation: number): boolean {
  try {
    const owner = readlinkSync(join(directory, String(generation)));
    return owner !== free && isAlive(owner);
  } catch (error) {
    // Somebody withdrew it between our listing and now: look again.
    if (errorCode(error) === 'ENOENT') return true;
    throw error;
  }
}

function makeLink(directory: string, generation: number, target: string): boolean {
  try {
    symlinkSync(target, join(directory, String(generation)));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function highestGeneration(directory: string): number {
  return Math.max(0, ...generations(directory));
}

function generations(directory: string): number[] {
  try {
    return readdirSync(directory).map(Number).filter(Number.isSafeInteger);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
