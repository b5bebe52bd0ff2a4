import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/**
 * Runs npm in a folder, with nothing of the person's own npm but its program.
 * @param home Where npm keeps its cache and settings.
 * @returns What it wrote to stdout.
 * @throws Error with its output when it fails.
 */
export async function runNpm(parameters: readonly string[], folder: string, home: string): Promise<string> {
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--no-update-notifier'];
  const child = spawn('npm', [...parameters, ...options], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`npm ${parameters.join(' ')} failed: ${stderr}${stdout}`);
  return stdout;
}
