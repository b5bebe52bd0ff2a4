import { sameEmail, samePhone, type IdentifierKind } from '@privacy-connectors/core';
import { isPhoneNumber } from './phone-number.js';

/** An identifier as far as it matters for which one it is. */
export interface Identity {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly namespace: string | null;
  readonly holder: string | null;
}

/** Whether two identifiers are one: an id within its name space, or, as long as nobody declared one, at its connection. */
export function sameIdentifier(one: Identity, other: Identity): boolean {
  if (one.namespace !== null) return one.namespace === other.namespace && one.value === other.value;
  if (one.kind !== other.kind || other.namespace !== null) return false;
  if (one.kind === 'email') return one.value === other.value || sameEmail(one.value, other.value);
  if (one.kind === 'phone') return one.value === other.value || areSamePhone(one.value, other.value);
  return one.value === other.value && one.holder === other.holder;
}

/** What is no number, as with an extension, must not stand for the number that has the same digits. */
function areSamePhone(one: string, other: string): boolean {
  return isPhoneNumber(one) === isPhoneNumber(other) && samePhone(one, other);
}
