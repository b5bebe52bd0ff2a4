import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

interface Process {
  readonly pid: number;
  readonly command: string;
}

/** The living processes that work in a folder or name it on their command line, users apart: server, its children, initdb, watchdog. */
export function processesOf(folder: string): Process[] {
  const all = existsSync('/proc/self/stat') ? fromProc(folder) : fromPs(folder);
  return all.filter(({ pid, command }) => pid !== process.pid && !command.includes('user.mjs'));
}

export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/** Waits until a condition holds, and fails naming it when it does not hold within the time that a test has at most. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await sleep(10);
  }
}

function fromProc(folder: string): Process[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .flatMap((pid) => readProcess(pid, folder));
}

function readProcess(pid: number, folder: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const works = readlinkSync(`/proc/${pid}/cwd`).startsWith(folder) || command.includes(folder);
    return works && !/\) [ZX]/.test(stat) ? [{ pid, command }] : [];
  } catch {
    // It ended while we looked.
    return [];
  }
}

/** Where there is no /proc: whoever names the folder, and their children. */
function fromPs(folder: string): Process[] {
  const lines = execFileSync('/bin/ps', ['-axo', 'pid=,ppid=,stat=,command='], { encoding: 'utf8' })
    .trim()
    .split('\n');
  const all = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []);
  const alive = all.filter(([, , , state = 'Z']) => !state.startsWith('Z'));
  const named = new Set(
    alive.filter(([, , , , command = '']) => command.includes(folder)).map(([, pid]) => pid),
  );
  return alive
    .filter(([, pid, parent]) => named.has(pid) || named.has(parent))
    .map(([, pid, , , command = '']) => ({ pid: Number(pid), command }));
}
