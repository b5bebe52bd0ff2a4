/** The id of the profile at that position: 26 characters of Crockford's alphabet, like a ULID. */
export function profileId(ordinal: number): string {
  return `01SIMKLAVIY0${crockford(ordinal * 7 + 3).padStart(14, '0')}`;
}

function crockford(value: number): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const digits = Array.from(value.toString(32), (digit) => alphabet.charAt(parseInt(digit, 32)));
  return digits.join('');
}
