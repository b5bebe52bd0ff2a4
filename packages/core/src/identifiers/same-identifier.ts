import { sameEmail } from './email.js';
import type { Identifier } from './identifier.js';
import { samePhone } from './phone.js';

/** True when two identifiers, both of the same name space if they have one, are the same handle in two spellings. @public */
export function sameIdentifier(one: Identifier, other: Identifier): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'email') return sameEmail(one.value, other.value);
  if (one.kind === 'phone') return samePhone(one.value, other.value);
  return one.value === other.value;
}

/** True when two people, by what is known of each, have a handle in common. @public */
export function shareIdentifier(one: readonly Identifier[], other: readonly Identifier[]): boolean {
  return one.some((each) => other.some((another) => sameIdentifier(each, another)));
}
