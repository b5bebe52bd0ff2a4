import { sameEmail, type IdentifierKind } from '@privacy-connectors/core';

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
  if (one.kind === 'phone') return phoneDigits(one.value) === phoneDigits(other.value);
  return one.value === other.value && one.holder === other.holder;
}

/** A phone number without what people write between its digits: the digits, with a plus sign in front if it has one. */
export function phoneDigits(phone: string): string {
  const text = phone.normalize('NFKC').trim();
  return `${text.startsWith('+') ? '+' : ''}${text.replace(/\D/g, '')}`;
}
