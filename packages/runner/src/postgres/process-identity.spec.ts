import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { identify, isAlive, pidOf } from './process-identity.js';

describe('the identity of a process', () => {
  it('holds for its whole life and no longer', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const identity = identify(child.pid!)!;
    expect(pidOf(identity)).toBe(child.pid);
    expect(isAlive(identity)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(identity)).toBe(false);
    expect(identify(child.pid!)).toBeUndefined();
  });

  it('is another one for another process of the same PID', () => {
    const other = `${process.pid}-000000000000`;
    expect(isAlive(other)).toBe(false);
  });

  it.each(['', 'free', '-1-0', '0-000000000000'])('%p names no living process', (text) => {
    expect(isAlive(text)).toBe(false);
  });
});
