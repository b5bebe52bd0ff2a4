import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, type ProcessIdentity } from './process-identity.js';

/** A file whose name says which process it stands for, so that it can never be half written. */
export type Registration = string;

/** Registers a process; one process may be registered many times. */
export function register(directory: string, identity: ProcessIdentity): Registration {
  const registration = join(directory, `${identity}.${randomBytes(6).toString('hex')}`);
  writeFileSync(registration, '', { mode: 0o600, flag: 'wx' });
  return registration;
}

export function unregister(registration: Registration): void {
  rmSync(registration, { force: true });
}

/** The living processes registered; the registrations of dead ones are removed. */
export function livingRegistrations(directory: string): ProcessIdentity[] {
  const living: ProcessIdentity[] = [];
  for (const name of readdirSync(directory)) {
    const identity = name.replace(/\..*$/, '');
    if (isAlive(identity)) living.push(identity);
    else unregister(join(directory, name));
  }
  return living;
}

/** Removes every registration of one process. */
export function unregisterProcess(directory: string, identity: ProcessIdentity): void {
  for (const name of readdirSync(directory)) {
    if (name.startsWith(`${identity}.`)) unregister(join(directory, name));
  }
}
