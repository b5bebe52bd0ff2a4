/** What must not be in a cassette, in no spelling. Each at least 6 characters long. @public */
export interface KnownValues {
  /** Tokens and passwords: no part of them may be there either. */
  readonly secrets: readonly string[];
  /** E-mail addresses, phone numbers, names, ids, canaries. */
  readonly identifiers: readonly string[];
}

const shortest = 6;

/** @throws RangeError when a value is so short that chance would find it. */
export function refuseShort({ secrets, identifiers }: KnownValues): void {
  const short = [...secrets, ...identifiers].filter(({ length }) => length < shortest).length;
  if (short > 0)
    throw new RangeError(
      `${short} values are too short to be looked for: give at least ${shortest} characters.`,
    );
}
