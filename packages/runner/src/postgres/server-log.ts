import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import type { FolderLayout } from './folder-layout.js';

const largestBytes = 1024 * 1024;

/** Lends `action` a descriptor of postgres.log to hand to a child, so that the child needs no right to open it. A log above 1 MiB starts anew. */
export async function withLog<T>(
  { log }: FolderLayout,
  action: (descriptor: number) => Promise<T>,
): Promise<T> {
  const size = logSize(log);
  const descriptor = openSync(log, size > largestBytes ? 'w' : 'a', 0o600);
  try {
    return await action(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What was logged after the first `offset` bytes. */
export function loggedSince({ log }: FolderLayout, offset: number): string {
  return readFileSync(log).subarray(offset).toString('utf8');
}

/** Bytes in a log; 0 when there is none. */
export function logSize(log: string): number {
  return statSync(log, { throwIfNoEntry: false })?.size ?? 0;
}
