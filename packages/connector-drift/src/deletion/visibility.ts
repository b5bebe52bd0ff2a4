import type { DriftContext } from '../client/context.js';

const EVERY_CONTACT = 'all_contact_read';

/** True when the connection is known to see every contact. */
export function seesAll({ grantedScopes }: DriftContext): boolean {
  return grantedScopes !== 'unknown' && grantedScopes.includes(EVERY_CONTACT);
}

/** True when contacts are known to be hidden from the connection, perhaps. */
export function mayMiss({ grantedScopes }: DriftContext): boolean {
  return grantedScopes !== 'unknown' && !grantedScopes.includes(EVERY_CONTACT);
}
