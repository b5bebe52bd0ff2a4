import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * Names one run of one process, e.g. `4711-1f0c9a8b2d3e`: its PID and a digest of its start.
 * A PID alone is reused; PID and start time are not. Safe as a file name.
 */
export type ProcessIdentity = string;

/** The identity of a running process, or undefined when there is none (a zombie counts as none). */
export function identify(pid: number): ProcessIdentity | undefined {
  const start = process.platform === 'linux' ? startOnLinux(pid) : startOf(pid);
  if (start === undefined) return undefined;
  return `${pid}-${createHash('sha256').update(start).digest('hex').slice(0, 12)}`;
}

/** Whether the very process that was given this identity still runs. */
export function isAlive(identity: ProcessIdentity): boolean {
  const pid = pidOf(identity);
  return pid > 0 && identify(pid) === identity;
}

/** The PID in an identity; 0 for a text that is none. */
export function pidOf(identity: ProcessIdentity): number {
  return Number(/^(\d+)-/.exec(identity)?.[1] ?? 0);
}

/** When a process started, as the system prints it in UTC, or undefined when it does not run. For systems without /proc. */
export function startOf(pid: number): string | undefined {
  try {
    const env = { LC_ALL: 'C', TZ: 'UTC' };
    const parameters = ['-o', 'stat=,lstart=', '-p', String(pid)];
    const printed = execFileSync('/bin/ps', parameters, { env, encoding: 'utf8', stdio: 'pipe' });
    const [state = 'Z', ...start] = printed.trim().split(/\s+/);
    return state.startsWith('Z') ? undefined : start.join(' ');
  } catch {
    return undefined;
  }
}

/** Field 22 of proc(5) stat counts ticks since boot, so the boot's id is part of the identity. */
function startOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command in parentheses may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state = 'X', start] = [fields[0], fields[19]];
    return 'ZX'.includes(state) ? undefined : `${bootId()}:${start ?? ''}`;
  } catch {
    return undefined;
  }
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}
