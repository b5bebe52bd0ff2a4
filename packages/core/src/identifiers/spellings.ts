import { emailVariants } from './email.js';
import type { Identifier } from './identifier.js';
import { phoneDigits } from './phone.js';

/**
 * The spellings of an identifier to search for at a vendor whose search is exact and whose phone numbers are E.164: those of
 * {@link emailVariants}, a number without what people write between its digits, any other as it is. @public
 */
export function spellingsOf({ kind, value }: Identifier): readonly string[] {
  if (kind === 'email') return emailVariants(value);
  return [kind === 'phone' ? phoneDigits(value) : value];
}
