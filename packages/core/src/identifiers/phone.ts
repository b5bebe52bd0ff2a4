/**
 * A phone number without what people write between its digits: the digits, with a plus sign in front if it has one. Empty
 * when there is no digit in it. @public
 */
export function phoneDigits(phone: string): string {
  const text = phone.normalize('NFKC').trim();
  const digits = text.replace(/\D/g, '');
  return text.startsWith('+') && digits !== '' ? `+${digits}` : digits;
}

/** True when two spellings are the same number. A number with a country code is another one than the same without. @public */
export function samePhone(one: string, other: string): boolean {
  const digits = phoneDigits(one);
  return digits !== '' && digits === phoneDigits(other);
}
