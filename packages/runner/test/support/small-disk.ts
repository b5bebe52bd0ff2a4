import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Ways to a mount that only the started command sees: as root, in a user name space, or by a password-free sudo. */
const ways = [
  ['unshare', '--mount'],
  ['unshare', '--user', '--map-root-user', '--mount'],
  ['sudo', '--non-interactive', 'unshare', '--mount'],
] as const;

/**
 * Runs a shell script that finds an empty file system of so many KiB at `folder` and may call `grow` to give it plenty.
 * Nothing of it is left afterwards. @returns what the script prints.
 */
export async function onSmallDisk(folder: string, kibibytes: number, script: string): Promise<string> {
  const [command, ...options] = wayToMount();
  const mounted = `disk=$1
    mount -t tmpfs -o size=${String(kibibytes)}k tmpfs "$disk" || exit 99
    grow() { mount -o remount,size=64m "$disk"; }
    ${script}`;
  const { stdout } = await execute(command, [...options, 'sh', '-c', mounted, 'sh', folder]);
  return stdout;
}

function wayToMount(): readonly [string, ...string[]] {
  const way = ways.find(isOpen);
  if (way === undefined)
    throw new Error('This test needs a way to mount a file system: see its list of ways.');
  return way;
}

function isOpen([command, ...options]: readonly [string, ...string[]]): boolean {
  try {
    execFileSync(command, [...options, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
