import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './errors.js';
import type { FolderLayout } from './folder-layout.js';
import { identify, startOf } from './process-identity.js';

/** What is known of a folder's server. */
export type ServerState =
  | { readonly phase: 'stopped' }
  | { readonly phase: 'changing' | 'ready'; readonly pid: number; readonly socketDirectory: string };

const stopped: ServerState = { phase: 'stopped' };

/** Reads PostgreSQL's own postmaster.pid, whose lines are: PID, data directory, start in epoch seconds, port, socket directory, address, shared memory, status. */
export function readServerState(layout: FolderLayout): ServerState {
  const lines = readLines(postmasterFile(layout));
  const [pid, start, socketDirectory, status] = [
    Number(lines[0]),
    Number(lines[2]),
    lines[4] ?? '',
    lines[7]?.trim(),
  ];
  if (!Number.isSafeInteger(pid) || pid <= 1 || !isPostmaster(pid, layout, start)) return stopped;
  return { phase: status === 'ready' && socketDirectory !== '' ? 'ready' : 'changing', pid, socketDirectory };
}

/** The file in which a server notes its PID. */
export function postmasterFile(layout: FolderLayout): string {
  return join(layout.data, 'postmaster.pid');
}

/** The PID that postmaster.pid names belongs to a living process that is not the server: PIDs are reused. */
export function isPidTakenOver(layout: FolderLayout): boolean {
  const pid = Number(readLines(postmasterFile(layout))[0]);
  return pid > 0 && identify(pid) !== undefined && readServerState(layout).phase === 'stopped';
}

/** The PID of the server of a folder that was deleted under it: the lock file beside its socket has the lines of postmaster.pid. */
export function readOrphan(layout: FolderLayout, temporaryDirectory: string): number | undefined {
  const lines = readLines(join(temporaryDirectory, 'socket', '.s.PGSQL.5432.lock'));
  const [pid, start] = [Number(lines[0]), Number(lines[2])];
  if (!(pid > 1) || identify(pid) === undefined) return undefined;
  const isOurs = process.platform === 'linux' ? workedIn(pid, layout.data) : startedAt(pid, start);
  return isOurs ? pid : undefined;
}

/** A server works in its data directory; where that cannot be seen, it must at least have started when it says. */
function isPostmaster(pid: number, layout: FolderLayout, startSeconds: number): boolean {
  if (identify(pid) === undefined) return false;
  return process.platform === 'linux' ? worksIn(pid, layout.data) : startedAt(pid, startSeconds);
}

function worksIn(pid: number, directory: string): boolean {
  try {
    const [current, expected] = [statSync(`/proc/${pid}/cwd`), statSync(directory)];
    return current.dev === expected.dev && current.ino === expected.ino;
  } catch {
    return false;
  }
}

/** See proc(5): the link of a deleted directory keeps its path, with a mark. */
function workedIn(pid: number, directory: string): boolean {
  return readlinkSync(`/proc/${pid}/cwd`).replace(/ \(deleted\)$/, '') === directory;
}

function startedAt(pid: number, startSeconds: number): boolean {
  const started = Date.parse(`${startOf(pid) ?? ''} UTC`);
  return Math.abs(started / 1000 - startSeconds) < 10;
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return [];
    throw error;
  }
}
