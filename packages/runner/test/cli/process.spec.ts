import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const dsr = fileURLToPath(new URL('../../bin/dsr.js', import.meta.url));
const built = new URL('../../dist/cli/', import.meta.url).href;

/** Waits for an interruption, then tells it; `alive` keeps the process running until then. */
const waiting = `
  const { processIo } = await import('${built}process-io.js');
  const { guardAgainstCrashes } = await import('${built}crash-guard.js');
  const { io, interrupt } = processIo();
  guardAgainstCrashes(io, false, false, interrupt);
  const alive = setInterval(() => io.stdout.write('ready\\n'), 10);
  io.signal.addEventListener('abort', () => { clearInterval(alive); io.stderr.write('interrupted'); });
`;

function spawnScript(script: string) {
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function end(child: ReturnType<typeof spawn>): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

describe('the dsr process', () => {
  it('shows help and ends by itself', async () => {
    const child = spawn(process.execPath, [dsr, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), end(child)]);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toMatch(/^Usage: dsr /);
    expect(stdout).toContain('Exit codes:');
  });

  it('ends with the exit code of a wrong command', async () => {
    const child = spawn(process.execPath, [dsr, 'nonsense'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), end(child)]);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toBe("Unknown command 'nonsense'. Add --help to see what is possible.\n");
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('takes %s as an interruption', async (signal) => {
    const child = spawnScript(waiting);
    child.stdout.once('data', () => child.kill(signal));
    const [stderr, code] = await Promise.all([text(child.stderr), end(child)]);
    expect({ stderr, code }).toEqual({ stderr: 'interrupted', code: 0 });
  });

  it('takes a reader that goes away as an interruption', async () => {
    const child = spawnScript(waiting);
    child.stdout.once('data', () => child.stdout.destroy());
    const [stderr, code] = await Promise.all([text(child.stderr), end(child)]);
    expect({ stderr, code }).toEqual({ stderr: 'interrupted', code: 0 });
  });

  it.each([
    ['thrown', "setImmediate(() => { throw new TypeError('secret'); });"],
    ['rejected', "void Promise.reject(new TypeError('secret'));"],
  ])('tells an error %s in the background without a stack trace, and ends', async (_, crash) => {
    const child = spawnScript(waiting + crash);
    child.stdout.resume();
    const [stderr, code] = await Promise.all([text(child.stderr), end(child)]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Something unexpected went wrong \(TypeError\)\. [^\n]*\ninterrupted$/);
  });
});
