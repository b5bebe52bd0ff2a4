import { readFile } from 'node:fs/promises';
import type { Log } from '../logging/log.js';

/** Where Linux tells what a process may do; other systems have no such file, and there is no other way to ask them. */
const limitsFile = '/proc/self/limits';

/** Warns when a crash would write the memory of this process, with keys and personal data in it, to a disk. */
export async function warnOfCoreDumps(log: Log, file = limitsFile): Promise<void> {
  const limits = await readFile(file, 'utf8').catch(() => '');
  if (allowsCoreDumps(limits)) log.warn('process.core_dumps');
}

/** Reads the soft limit, which counts: it is the first of the two numbers. */
export function allowsCoreDumps(limits: string): boolean {
  const soft = /^Max core file size\s+(\S+)/m.exec(limits)?.[1];
  return soft !== undefined && soft !== '0';
}
