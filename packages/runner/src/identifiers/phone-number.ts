import { phoneDigits } from '@privacy-connectors/core';

/**
 * True for a number with its country code, written as people write it. Without one it may be a number of any country, and with
 * an extension or letters in it the digits would be those of another number.
 * @see ITU-T E.164: at most 15 digits after the plus sign, the first of them no zero
 */
export function isPhoneNumber(text: string): boolean {
  const written = text.normalize('NFKC').trim();
  return /^[+\d\s().\/-]+$/.test(written) && /^\+[1-9]\d{6,14}$/.test(phoneDigits(written));
}
