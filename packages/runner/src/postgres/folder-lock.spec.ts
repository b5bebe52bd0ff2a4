import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fc from 'fast-check';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { withFolderLock } from './folder-lock.js';
import { identify } from './process-identity.js';

describe('the folder lock', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'folder-lock-test-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  it('admits one at a time, whatever failed or died before', async () => {
    const dead = await deadIdentity();
    const remains = fc.constantFrom('free', dead, '', 'nonsense');
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 50 }), remains), { selector: ([n]) => n }),
        fc.integer({ min: 1, max: 6 }),
        async (left, callers) => {
          for (const [generation, owner] of left)
            symlinkSync(owner === '' ? ' ' : owner, join(directory, String(generation)));
          expect(await mostAtOnce(directory, callers)).toBe(1);
          for (const name of readdirSync(directory)) rmSync(join(directory, name));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is freed when the action fails', async () => {
    await expect(withFolderLock(directory, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(withFolderLock(directory, () => Promise.resolve('next'))).resolves.toBe('next');
  });

  it('waits for a living owner', async () => {
    symlinkSync(identify(process.pid)!, join(directory, '7'));
    let entered = false;
    const waiting = withFolderLock(directory, () => Promise.resolve((entered = true)));
    await turn();
    expect(entered).toBe(false);
    symlinkSync('free', join(directory, '8'));
    await expect(waiting).resolves.toBe(true);
  });

  it('keeps few generations', async () => {
    for (let round = 0; round < 50; round += 1) await withFolderLock(directory, () => Promise.resolve());
    expect(readdirSync(directory).length).toBeLessThan(20);
  });
});

async function mostAtOnce(directory: string, callers: number): Promise<number> {
  let [inside, most] = [0, 0];
  const enter = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await turn();
    inside -= 1;
  };
  await Promise.all(Array.from({ length: callers }, () => withFolderLock(directory, enter)));
  return most;
}

async function deadIdentity(): Promise<string> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const identity = identify(child.pid!)!;
  child.kill('SIGKILL');
  await once(child, 'exit');
  return identity;
}
