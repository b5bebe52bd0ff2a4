import type { Role } from './role.js';

/** Who does something: the name stands in the audit log and with what was created. */
export interface Actor {
  /** `cli`, or `key:<id>` for the holder of a key. */
  readonly name: string;
  readonly role: Role;
}

/** A person at the command line of the host, who can read the database and the master key anyway. */
export const host: Actor = { name: 'cli', role: 'admin' };

/** The holder of a key. */
export function keyHolder(keyId: string, role: Role): Actor {
  return { name: keyName(keyId), role };
}

/** The name of the holder of a key. */
export function keyName(keyId: string): string {
  return `key:${keyId}`;
}

/** The id of the key that an actor holds; undefined of others. */
export function keyIdOf(name: string): string | undefined {
  return /^key:(.+)$/.exec(name)?.[1];
}
