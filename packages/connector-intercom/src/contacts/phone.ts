import { phoneDigits } from '@privacy-connectors/core';

/** A phone number as Intercom spells it (E.164): a plus and digits, without what people put between them. */
export function spelledPhone(phone: string): string {
  return phoneDigits(phone).replace(/^00/, '+');
}

export function samePhone(one: string, other: string): boolean {
  return spelledPhone(one) === spelledPhone(other);
}
